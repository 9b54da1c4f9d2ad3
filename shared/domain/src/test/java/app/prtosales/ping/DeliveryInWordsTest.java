package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.BounceReason;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The description that people read for each possible state of a ledger row.
class DeliveryInWordsTest {

    private static final Instant NOW = Samples.WEDNESDAY;
    private static final Delivery PLANNED =
            Delivery.planned(new DeliveryId("p1", "rep-01", MailKind.PING), NOW);
    private static final Delivery CLAIMED =
            PLANNED.claimed(NOW, Duration.ofMinutes(1)).orElseThrow();
    private static final Delivery ACCEPTED = CLAIMED.accepted("ses-1", NOW);

    @Test
    void an_unsent_email_is_waiting_to_be_sent_and_a_known_reason_is_given() {
        assertThat(words(PLANNED)).isEqualTo("waiting to be sent");
        assertThat(words(CLAIMED.putBack())).isEqualTo("waiting to be sent again");
        assertThat(
                        words(
                                CLAIMED.rejected("SES: Throttling", NOW)
                                        .refusedWithOthers("SES: Throttling")))
                .isEqualTo("waiting to be sent again: it’s limiting how fast we send");
    }

    @Test
    void an_emails_progress_is_described_from_sending_to_delivery() {
        assertThat(words(CLAIMED)).isEqualTo("being sent");
        assertThat(words(CLAIMED.unknown(NOW))).isEqualTo("sent, but we didn’t get a confirmation");
        assertThat(words(ACCEPTED)).isEqualTo("sent; waiting for their mail server");
        assertThat(words(ACCEPTED.with(new SesEvent.Delayed("ses-1", NOW))))
                .isEqualTo("sent; temporary delivery failure, retrying");
        assertThat(words(ACCEPTED.with(new SesEvent.Delivered("ses-1", NOW))))
                .isEqualTo("delivered");
    }

    @Test
    void an_email_that_ses_has_stopped_trying_to_deliver_is_called_not_confirmed() {
        Delivery delayed = ACCEPTED.with(new SesEvent.Delayed("ses-1", NOW));
        Instant still = NOW.plus(Reach.TRIED_FOR);
        Instant later = still.plusSeconds(1);

        assertThat(Reach.fate(delayed, still).words())
                .isEqualTo("sent; temporary delivery failure, retrying");
        assertThat(Reach.fate(delayed, later).words())
                .isEqualTo("not confirmed by their mail server");
        assertThat(Reach.fate(ACCEPTED, later).words())
                .isEqualTo("not confirmed by their mail server");
        assertThat(Reach.fate(ACCEPTED.with(new SesEvent.Delivered("ses-1", NOW)), later).words())
                .isEqualTo("delivered");
    }

    @Test
    void a_bounce_a_suppression_and_a_complaint_are_told_apart() {
        assertThat(words(ACCEPTED.with(bounced(true)))).isEqualTo("bounced: mailbox is full");
        assertThat(words(ACCEPTED.with(bounced(false))))
                .isEqualTo("not delivered: mailbox is full");
        assertThat(
                        words(
                                ACCEPTED.with(
                                        new SesEvent.Suppressed(
                                                "ses-1", NOW, BounceReason.SUPPRESSED, null))))
                .isEqualTo("not sent: the address bounced before, so Amazon SES blocks it");
        assertThat(words(ACCEPTED.with(new SesEvent.Complained("ses-1", NOW, null))))
                .isEqualTo("marked as spam");
    }

    @Test
    void a_refused_email_differs_from_one_never_tried() {
        assertThat(words(CLAIMED.rejected("SES: MessageRejected", NOW)))
                .isEqualTo("refused by the email service: it won’t accept this email");
        assertThat(words(PLANNED.withheld("the address is bouncing (mailbox is full)", NOW)))
                .isEqualTo("not sent: the address is bouncing (mailbox is full)");
        assertThat(words(PLANNED.cancelled("no longer an active rep")))
                .isEqualTo("not sent: no longer an active rep");
    }

    private static String words(Delivery mail) {
        return Reach.fate(mail).words();
    }

    private static SesEvent bounced(boolean permanent) {
        return new SesEvent.Bounced("ses-1", NOW, permanent, "mailbox is full", null);
    }
}
