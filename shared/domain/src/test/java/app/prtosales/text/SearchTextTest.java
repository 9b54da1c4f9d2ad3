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
    void is_the_same_however_somebody_types_it(String written, String typed) {
        assertThat(SearchText.folded(written)).isEqualTo(SearchText.folded(typed));
    }
}
