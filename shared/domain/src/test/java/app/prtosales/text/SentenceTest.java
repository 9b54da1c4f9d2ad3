package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Fewer readmissions    | Fewer readmissions.
                    Down 40%              | Down 40%.
                    Fewer beds (see p. 2) | Fewer beds (see p. 2).
                    減った                 | 減った.
                    """)
    void a_text_that_ends_with_a_word_gets_a_period(String text, String ended) {
        assertThat(Sentence.ended(text)).isEqualTo(ended);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It pays.",
                "Why now?",
                "“It pays.”",
                "Wait…",
                "(It pays!)",
                "For you:",
                "”"
            })
    void a_text_with_an_end_stays(String text) {
        assertThat(Sentence.ended(text + " ")).isEqualTo(text);
    }
}
