package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the form says about where it found a value.
@Timeout(60)
class FoundModuleTest extends ModuleSuite {

    @Test
    void r5_11_a_zone_named_on_the_page_is_not_called_the_countrys() {
        assertThat(zone("the text", "November 10, 2026 09:00 ET"))
                .isEqualTo("The time shown on the page names it: “November 10, 2026 09:00 ET”");
        assertThat(zone("the outlet's country", "Europe/Berlin"))
                .isEqualTo("The time zone of the outlet’s country: Europe/Berlin");
    }

    private static Object zone(String where, String value) {
        Map<String, Object> answer =
                Map.of(
                        "evidence",
                        List.of(Map.of("field", "zone", "where", where, "value", value)));
        return call("found.js", "foundOf", List.of(answer, "zone"), "hint => hint");
    }
}
