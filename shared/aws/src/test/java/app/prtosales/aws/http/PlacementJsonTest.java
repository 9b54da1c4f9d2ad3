package app.prtosales.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.SequenceId;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.BetterPlace.OwnPage;
import org.junit.jupiter.api.Test;

class PlacementJsonTest {

    @Test
    void elsewhere_is_a_sequences_id_or_the_word_for_one_of_our_own_pages() {
        assertThat(PlacementJson.elsewhere(new OtherSequence(new SequenceId("cfo"))))
                .isEqualTo("cfo");
        assertThat(PlacementJson.elsewhere(OwnPage.PRESS_PAGE)).isEqualTo("press-page");
        assertThat(PlacementJson.elsewhere(OwnPage.SOCIAL_MEDIA)).isEqualTo("social-media");
        assertThat(PlacementJson.elsewhere(null)).isNull();
    }
}
