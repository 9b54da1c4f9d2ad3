package app.prtosales.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {

    @ParameterizedTest
    @CsvSource({
        "to ann.b@example.com now, to […] now",
        "<ann@example.com>, <[…]>",
        "GET /r/abc.def-123 done, GET […] done",
        "eyJhbGciOi.eyJzdWIi.c2ln, […]",
        "Authorization: Bearer abc123, Authorization: […]"
    })
    void addresses_links_and_tokens_never_reach_a_log_line(String text, String shown) {
        assertThat(Log.withoutSecrets(text)).isEqualTo(shown);
    }

    @Test
    void ids_and_reasons_do() {
        String text = "a1b2c3.rep-7.ping was REJECTED: SES: MessageRejected";

        assertThat(Log.withoutSecrets(text)).isEqualTo(text);
    }
}
