package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What helps PR fill in the form, in a real browser.
@Timeout(60)
class FormTest extends BrowserSuite {

    @Test
    void what_americans_type_for_a_zone_is_understood() {
        Page page = visit(DESK, "#/");
        Map<String, String> zones =
                Map.ofEntries(
                        Map.entry("Eastern", "America/New_York"),
                        Map.entry("ET", "America/New_York"),
                        Map.entry("est", "America/New_York"),
                        Map.entry("Eastern Time (US & Canada)", "America/New_York"),
                        Map.entry("Central", "America/Chicago"),
                        Map.entry("MT", "America/Denver"),
                        Map.entry("Arizona", "America/Phoenix"),
                        Map.entry("Pacific (Los Angeles)", "America/Los_Angeles"),
                        Map.entry("Alaska", "America/Anchorage"),
                        Map.entry("Hawaii", "Pacific/Honolulu"),
                        Map.entry("London", "Europe/London"),
                        Map.entry("GMT", "UTC"),
                        Map.entry("CET", "Europe/Berlin"),
                        Map.entry("toronto", "America/Toronto"),
                        Map.entry("europe/paris", "Europe/Paris"));

        zones.forEach((typed, zone) -> assertThat(zoneOf(page, typed)).as(typed).isEqualTo(zone));
        assertThat(zoneOf(page, "noon")).isNull();
        assertThat(zoneOf(page, "")).isNull();
    }

    @Test
    void a_zone_is_chosen_by_name_and_any_other_is_typed() {
        Page page = visit(DESK, "#/");
        Locator zone = page.getByLabel("Outlet’s time zone");
        assertThat(zone.locator("option:checked")).hasText("Central (Chicago)");
        zone.selectOption("Eastern (New York)");
        assertThat(zone).hasValue("America/New_York");

        zone.selectOption("Another time zone …");
        Locator other = page.getByLabel("Another time zone");
        assertThat(other).isFocused();
        page.keyboard().type("nowhere");
        page.keyboard().press("Enter");
        assertThat(page.getByText("We don’t know that time zone")).isVisible();
        Chromium.assertAccessible(page);
        other.fill("toronto");
        page.keyboard().press("Enter");

        assertThat(other).isHidden();
        assertThat(zone.locator("option:checked")).hasText("Toronto (America)");
        assertThat(page.getByText("We don’t know that time zone")).isHidden();
        page.reload();
        assertThat(zone.locator("option:checked")).hasText("Toronto (America)");
    }

    private static Object zoneOf(Page page, String typed) {
        return page.evaluate(
                """
                async (typed) => {
                  const {zoneOf} = await import(new URL('time.js', document.querySelector('script[type=module]').src));
                  return zoneOf(typed);
                }
                """,
                typed);
    }
}
