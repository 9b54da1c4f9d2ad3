package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "St. Mary’s|st. mary's",
                "St.  Mary's |st. mary's",
                "St.\u00a0Mary's|St. Mary's",
                "Mercy\u200b Health|Mercy Health",
                "\u200bMercy Health|Mercy Health",
                "Hôpital Saint–Luc|Hopital Saint-Luc",
            })
    void a_name_is_the_same_in_another_spelling(String one, String other) {
        assertThat(SameName.key(one)).isEqualTo(SameName.key(other));
    }

    @ParameterizedTest
    @CsvSource({"St. Mary's,St. Marys", "Mercy Health,MercyHealth", "Mercy Health,Mercy Health 2"})
    void another_name_is_not_the_same(String one, String other) {
        assertThat(SameName.key(one)).isNotEqualTo(SameName.key(other));
    }

    @Test
    void a_name_without_letters_is_found_in_no_text() {
        assertThat(SameName.isIn("", "*")).isFalse();
        assertThat(SameName.isIn("care", "—")).isFalse();
    }

    @Test
    void a_name_without_visible_characters_has_no_key() {
        assertThat(SameName.key(" \u200b ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "care coordination and handoffs|care coordination",
                "Care  Coordination; discharge|care coordination",
                "care\u00a0coordination|care coordination",
                "AI in imaging|AI",
                "robotics/AI|ai",
                "value-based care|Value based care",
                "patients’ rights|patients' rights",
                "santé publique|sante",
            })
    void r2_1_a_text_contains_a_name_in_any_spelling(String text, String name) {
        assertThat(SameName.isIn(text, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "claims denials,AI",
        "pain management,AI",
        "retail clinics,AI",
        "incapacity,capacity",
        "care and coordination,care coordination",
        "care,care coordination",
        "care,&"
    })
    void r2_1_a_name_that_is_not_there_as_whole_words_is_not_in_the_text(String text, String name) {
        assertThat(SameName.isIn(text, name)).isFalse();
    }
}
