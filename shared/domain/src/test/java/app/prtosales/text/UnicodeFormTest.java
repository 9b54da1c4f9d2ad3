package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnicodeFormTest {

    private static final String ALL_OF_ASCII = range(0, 0x7F);
    private static final String LATIN_AND_BEYOND = range(0x60, 0x2FF) + "ﬁ①Å각";

    @ParameterizedTest
    @EnumSource
    void every_text_has_the_form_that_the_jdk_gives_it(Form form) {
        assertThat(UnicodeForm.of(ALL_OF_ASCII, form))
                .isEqualTo(Normalizer.normalize(ALL_OF_ASCII, form));
        assertThat(UnicodeForm.of(LATIN_AND_BEYOND, form))
                .isEqualTo(Normalizer.normalize(LATIN_AND_BEYOND, form));
    }

    private static String range(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int c = first; c <= last; c++) {
            text.appendCodePoint(c);
        }
        return text.toString();
    }
}
