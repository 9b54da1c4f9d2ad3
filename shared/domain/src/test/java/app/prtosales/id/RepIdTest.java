package app.prtosales.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"health-system", "CFO 2", "_team", "~press-page", "数", "a#b|c"})
    void any_stored_id_reads_back_and_prints_unchanged(String stored) {
        assertThat(new RepId(stored).value()).isEqualTo(stored);
        assertThat(new RepId(stored)).hasToString(stored);
        assertThat(RepId.read(stored)).contains(new RepId(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_text_is_not_an_id(String blank) {
        assertThat(RepId.read(blank)).isEmpty();
        assertThatThrownBy(() -> new RepId(blank)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_sort_like_their_texts() {
        assertThat(Stream.of("b", "a", "B").map(RepId::new).sorted())
                .map(RepId::value)
                .containsExactly("B", "a", "b");
    }
}
