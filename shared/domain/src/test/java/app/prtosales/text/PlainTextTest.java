package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\ufeff", "\u2060\u00ad", "\u3164"})
    void r1_4_a_required_text_of_invisible_characters_is_missing(String nothing) {
        Problems problems = new Problems();

        PlainText.requiredLine("headline", nothing, 300, problems);

        assertThat(problems.asList())
                .containsExactly(new FieldError("headline", "Enter the headline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\u200b"})
    void r3_4_an_optional_text_of_invisible_characters_was_not_given(String nothing) {
        assertThat(PlainText.oneLine("champion", nothing, 100, new Problems())).isNull();
    }
}
