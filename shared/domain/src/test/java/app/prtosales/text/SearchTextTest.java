package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Becker’s | becker's",
                "BECKER´S | becker's",
                "“Smart” beds | \"smart\" beds",
                "Zürich | zurich",
                "Straße | STRASSE",
                "São Paulo | sao paulo",
                "Søren Ærø | soren aero",
                "Łódź | lodz",
                "e\u0301lan | élan",
                "ﬁnance | finance",
                "ＣＦＯ | cfo",
                "24–48 hours | 24-48 hours",
            })
    void the_search_text_does_not_depend_on_how_it_is_typed(String written, String typed) {
        assertThat(SearchText.folded(written)).isEqualTo(SearchText.folded(typed));
    }
}
