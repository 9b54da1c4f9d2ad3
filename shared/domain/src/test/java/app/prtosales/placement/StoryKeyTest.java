package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryKeyTest {

    private static final String HEADLINE = "What \"value\" isn't - a report";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What “value” isn’t – a report",
                "what \"value\" isn't\u00a0- a\u202freport",
                "What \"value\" isn't - a re\u200bport",
                "\ufeffWhat  \"value\" isn't - a report\u00a0",
            })
    void r5_4_a_story_without_a_link_is_the_same_in_another_spelling(String other) {
        assertThat(inPrint(other)).isEqualTo(inPrint(HEADLINE));
    }

    @Test
    void the_outlet_of_a_story_without_a_link_is_the_same_in_another_spelling() {
        assertThat(StoryKey.of(null, "Nurses’\u00a0Weekly", HEADLINE))
                .isEqualTo(StoryKey.of(null, "Nurses' Weekly", HEADLINE));
    }

    @Test
    void another_headline_is_another_story() {
        assertThat(inPrint("What value isn't - a report")).isNotEqualTo(inPrint(HEADLINE));
    }

    @Test
    void r5_4_a_mark_that_changes_a_letter_makes_another_story() {
        assertThat(inPrint("ハート")).isNotEqualTo(inPrint("パート"));
        assertThat(inPrint("कम की बात")).isNotEqualTo(inPrint("काम की बात"));
    }

    @Test
    void a_key_in_plain_ascii_stays_as_it_was_stored() {
        assertThat(inPrint("  It`s  \"A\" - b ").value()).isEqualTo("the week\nit`s \"a\" - b");
    }

    private static StoryKey inPrint(String headline) {
        return StoryKey.of(null, "The Week", headline);
    }
}
