package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void a_list_of_three_has_a_comma_before_its_and() {
        assertThat(Phrases.list(List.of("payers", "IDNs", "labs")))
                .isEqualTo("payers, IDNs, and labs");
        assertThat(Phrases.list(List.of("payers", "IDNs"))).isEqualTo("payers and IDNs");
        assertThat(Phrases.list(List.of("payers"))).isEqualTo("payers");
        assertThat(Phrases.list(List.of())).isEmpty();
        assertThat(Phrases.list(List.of("payers", "IDNs"), 3))
                .isEqualTo("payers, IDNs, and 3 more");
        assertThat(Phrases.list(List.of("payers"), 0)).isEqualTo("payers");
    }
}
