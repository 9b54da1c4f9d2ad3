package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.Stop;
import app.prtosales.delivery.Tally;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The contract of [Sendings].
public abstract class SendingsContract {

    private static final Instant NOON = Instant.parse("2026-06-24T12:00:00.123Z");
    private static final Stop STOP = new Stop(1, NOON, "too many bounced", null, null, null);
    private static final DeliveryId MAIL = new DeliveryId("story", "rep-001", MailKind.PING);

    protected abstract Sendings sendings();

    @Test
    void emails_sent_and_returned_are_counted_since_an_instant() {
        Sendings sendings = sendings();
        sendings.sent(NOON, "story.rep-001.ping", 25);
        sendings.sent(NOON.plusSeconds(1), "story.rep-026.ping", 7);
        sendings.bounced(MAIL, NOON);
        sendings.complained(MAIL, NOON.plusSeconds(1));

        assertThat(sendings.since(NOON)).isEqualTo(new Tally(32, 1, 1));
        assertThat(sendings.since(NOON.plusMillis(1))).isEqualTo(new Tally(7, 0, 1));
    }

    @Test
    void it_is_known_whether_any_email_came_back_since_an_instant() {
        Sendings sendings = sendings();
        sendings.sent(NOON, "story.rep-001.ping", 25);
        assertThat(sendings.cameBackSince(NOON)).isFalse();

        sendings.bounced(MAIL, NOON);
        assertThat(sendings.cameBackSince(NOON)).isTrue();
        assertThat(sendings.cameBackSince(NOON.plusMillis(1))).isFalse();

        sendings.complained(MAIL, NOON.plusSeconds(1));
        assertThat(sendings.cameBackSince(NOON.plusMillis(1))).isTrue();
    }

    @Test
    void an_event_recorded_twice_counts_once() {
        Sendings sendings = sendings();
        for (int time = 0; time < 2; time++) {
            sendings.sent(NOON, "story.rep-001.ping", 25);
            sendings.bounced(MAIL, NOON);
            sendings.complained(MAIL, NOON);
        }

        assertThat(sendings.since(NOON)).isEqualTo(new Tally(25, 1, 1));
    }

    @Test
    void a_stop_reads_back_whole_before_and_after_its_end() {
        Sendings sendings = sendings();
        Stop ended = new Stop(1, NOON, "too many bounced", NOON.plusSeconds(9), "u-1", "cleaned");

        assertThat(sendings.begin(STOP)).isTrue();
        assertThat(sendings.stops()).containsExactly(STOP);
        assertThat(sendings.end(ended)).isTrue();
        assertThat(sendings.stops()).containsExactly(ended);
    }

    @Test
    void a_stop_by_hand_reads_back_with_the_person_who_made_it() {
        Sendings sendings = sendings();
        Stop byHand = new Stop(1, NOON, "u-1", "we’re switching email providers", null, null, null);

        sendings.begin(byHand);

        assertThat(sendings.stops()).containsExactly(byHand);
    }

    @Test
    void only_one_of_two_callers_begins_or_ends_a_stop() {
        Sendings sendings = sendings();
        Stop ended = new Stop(1, NOON, "too many bounced", NOON.plusSeconds(9), "u-1", "cleaned");
        sendings.begin(STOP);

        assertThat(sendings.begin(STOP)).isFalse();
        sendings.end(ended);
        assertThat(sendings.end(ended)).isFalse();
    }
}
