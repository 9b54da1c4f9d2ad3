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
    void a_name_of_nothing_visible_has_no_key() {
        assertThat(SameName.key(" \u200b ")).isEmpty();
    }
}
