package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\r\n", "\u00A0", "\u200B", "\uFEFF", "\u3164", "\u0085"})
    void white_space_and_what_shows_nothing_is_left_out_at_the_ends(String around) {
        assertThat(Invisible.strip(around + "text" + around)).isEqualTo("text");
        assertThat(Invisible.isAllOf(around)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u001B", "\u001F", "\u007F", "\u009F"})
    void a_control_character_at_an_end_stays_to_be_refused(String control) {
        assertThat(Invisible.strip(" text" + control + "\r\n")).isEqualTo("text" + control);
        assertThat(Invisible.strip(control + "text ")).isEqualTo(control + "text");
        assertThat(Invisible.isAllOf(control)).isFalse();
    }

    @Test
    void nothing_is_left_of_a_text_without_a_visible_character() {
        assertThat(Invisible.strip(" \u200B\n")).isEmpty();
    }
}
