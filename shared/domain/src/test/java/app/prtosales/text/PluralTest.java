package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {

    @Test
    void only_one_is_singular() {
        assertThat(Plural.count(0, "rep")).isEqualTo("0 reps");
        assertThat(Plural.count(1, "rep")).isEqualTo("1 rep");
        assertThat(Plural.count(2, "more email")).isEqualTo("2 more emails");
        assertThat(Plural.of(1, "is", "are")).isEqualTo("is");
        assertThat(Plural.of(2, "is", "are")).isEqualTo("are");
    }
}
