package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.SequenceId;
import app.prtosales.response.Elsewhere.OtherSequence;
import app.prtosales.response.Elsewhere.OwnPage;
import org.junit.jupiter.api.Test;

/// Links that were mailed post these words, and stored answers hold them: they stay.
class ElsewhereTest {

    @Test
    void each_place_is_read_from_the_word_that_it_is_written_as() {
        assertThat(Elsewhere.read("~press-page")).isEqualTo(OwnPage.PRESS_PAGE);
        assertThat(Elsewhere.read("~social-media")).isEqualTo(OwnPage.SOCIAL_MEDIA);
        assertThat(Elsewhere.read("cfo")).isEqualTo(new OtherSequence(new SequenceId("cfo")));
    }

    @Test
    void each_place_is_written_as_it_is_read() {
        assertThat(OwnPage.PRESS_PAGE.written()).isEqualTo("~press-page");
        assertThat(OwnPage.SOCIAL_MEDIA.written()).isEqualTo("~social-media");
        assertThat(new OtherSequence(new SequenceId("cfo")).written()).isEqualTo("cfo");
    }

    @Test
    void a_sequence_that_is_called_like_a_page_of_our_own_is_a_sequence() {
        assertThat(Elsewhere.read("press-page"))
                .isEqualTo(new OtherSequence(new SequenceId("press-page")));
    }
}
