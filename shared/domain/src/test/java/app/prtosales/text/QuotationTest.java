package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It pays back.",
                "“It pays back.”",
                "\"It pays back.\"",
                " “ It pays back. ” ",
                "„It pays back.“",
                "«It pays back.»",
                "‘It pays back.’"
            })
    void a_text_is_quoted_once_whether_or_not_it_came_with_marks(String text) {
        assertThat(Quotation.of(text)).isEqualTo("“It pays back.”");
    }

    @Test
    void a_quote_in_a_quote_has_single_marks() {
        assertThat(Quotation.of("We call it “care”")).isEqualTo("“We call it ‘care’”");
        assertThat(Quotation.of("A 5\" screen")).isEqualTo("“A 5\" screen”");
    }

    @Test
    void marks_inside_a_text_stay() {
        assertThat(Quotation.unquoted("“Yes,” she said. “Now.”"))
                .isEqualTo("“Yes,” she said. “Now.”");
        assertThat(Quotation.unquoted("\"Yes\" and \"no\"")).isEqualTo("\"Yes\" and \"no\"");
        assertThat(Quotation.unquoted("We call it “care”")).isEqualTo("We call it “care”");
        assertThat(Quotation.unquoted("“")).isEqualTo("“");
        assertThat(Quotation.unquoted("”no pair“")).isEqualTo("”no pair“");
    }
}
