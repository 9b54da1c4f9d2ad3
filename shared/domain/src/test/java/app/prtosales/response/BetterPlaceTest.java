package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.SequenceId;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.BetterPlace.OwnPage;
import org.junit.jupiter.api.Test;

/// These words must not change: emailed links post them, and stored answers contain them.
class BetterPlaceTest {

    @Test
    void each_place_reads_back_from_its_word() {
        assertThat(BetterPlace.read("~press-page")).isEqualTo(OwnPage.PRESS_PAGE);
        assertThat(BetterPlace.read("~social-media")).isEqualTo(OwnPage.SOCIAL_MEDIA);
        assertThat(BetterPlace.read("cfo")).isEqualTo(new OtherSequence(new SequenceId("cfo")));
    }

    @Test
    void each_place_is_written_as_its_word() {
        assertThat(OwnPage.PRESS_PAGE.written()).isEqualTo("~press-page");
        assertThat(OwnPage.SOCIAL_MEDIA.written()).isEqualTo("~social-media");
        assertThat(new OtherSequence(new SequenceId("cfo")).written()).isEqualTo("cfo");
    }

    @Test
    void a_sequence_named_like_one_of_our_own_pages_is_a_sequence() {
        assertThat(BetterPlace.read("press-page"))
                .isEqualTo(new OtherSequence(new SequenceId("press-page")));
    }
}
