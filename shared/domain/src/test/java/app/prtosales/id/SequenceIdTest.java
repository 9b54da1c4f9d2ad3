package app.prtosales.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"health-system", "CFO 2", "_team", "~press-page", "数", "a#b|c"})
    void any_stored_id_reads_back_and_prints_unchanged(String stored) {
        assertThat(new SequenceId(stored).value()).isEqualTo(stored);
        assertThat(new SequenceId(stored)).hasToString(stored);
        assertThat(SequenceId.read(stored)).contains(new SequenceId(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_text_is_not_an_id(String blank) {
        assertThat(SequenceId.read(blank)).isEmpty();
        assertThatThrownBy(() -> new SequenceId(blank))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_sort_like_their_texts() {
        assertThat(Stream.of("b", "a", "B").map(SequenceId::new).sorted())
                .map(SequenceId::value)
                .containsExactly("B", "a", "b");
    }
}
