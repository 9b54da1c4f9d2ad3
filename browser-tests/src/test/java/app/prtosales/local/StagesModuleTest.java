package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The page finds a stage in any letter case, as the product does.
@Timeout(60)
class StagesModuleTest extends ModuleSuite {

    private static final Map<String, Object> SEQUENCE =
            Map.of("id", "cfo", "name", "CFO", "stages", List.of("Consideration", "Awareness"));
    private static final Map<String, Object> RULE =
            Map.of("id", "r1", "sequence", "cfo", "stage", "awareness");

    @Test
    void r2_1_the_form_suggests_the_stage_of_a_rule_in_another_letter_case() {
        Map<String, Object> story = Map.of("format", "byline", "segments", List.of());

        Object suggested =
                call(
                        "suggestions.js",
                        "suggestedSequences",
                        List.of(story, List.of(RULE), List.of(SEQUENCE)),
                        "found => found");

        assertThat(suggested).isEqualTo(List.of("CFO, Awareness"));
    }

    @Test
    void the_form_of_a_rule_offers_each_stage_once_whatever_its_letter_case() {
        Map<String, Object> lists = Map.of("sequences", List.of(SEQUENCE), "segments", List.of());

        Object offered =
                call(
                        "rowfields.js",
                        "rowFields",
                        List.of("rules", RULE, lists),
                        """
                        fields => {
                          const {control} = fields.find(({name}) => name === 'stage');
                          return [control.value, ...[...control.options].map(({value}) => value)];
                        }
                        """
                                .strip());

        assertThat(offered).isEqualTo(List.of("Awareness", "", "Consideration", "Awareness"));
    }
}
