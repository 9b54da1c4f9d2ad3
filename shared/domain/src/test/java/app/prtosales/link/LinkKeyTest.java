package app.prtosales.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinkKeyTest {

    private static final String SECRET = "a secret of thirty-two bytes 123";

    @Test
    void a_key_in_a_log_or_a_message_shows_its_id_and_not_its_secret() {
        assertThat(new LinkKey("1", SECRET.getBytes(US_ASCII))).hasToString("link key 1");
    }

    @Test
    void a_short_secret_is_refused() {
        assertThat(new LinkKey("1", SECRET.getBytes(US_ASCII)).id()).isEqualTo("1");
        assertThatThrownBy(() -> new LinkKey("1", SECRET.substring(1).getBytes(US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32 bytes");
    }
}
