package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Outbox outbox = new Outbox(now::get);

    @Test
    void a_message_is_expected_until_it_is_received() {
        outbox.message("m1", Duration.ZERO);
        assertThat(outbox.expects(Duration.ZERO)).isTrue();

        outbox.received("m1");

        assertThat(outbox.expects(Duration.ZERO)).isFalse();
    }

    @Test
    void a_message_delayed_longer_than_the_wait_is_not_expected_yet() {
        outbox.message("m1", Duration.ofMinutes(15));

        assertThat(outbox.expects(Duration.ofSeconds(20))).isFalse();
        assertThat(outbox.heldBack()).isEqualTo(1);
        now.set(NOON.plus(Duration.ofMinutes(15)));
        assertThat(outbox.expects(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void an_event_is_expected_once_and_a_duplicate_does_no_harm() {
        outbox.event();
        outbox.receivedEvent();
        outbox.receivedEvent();
        assertThat(outbox.expects(Duration.ZERO)).isFalse();

        outbox.event();

        assertThat(outbox.expects(Duration.ZERO)).isTrue();
    }

    @Test
    void
            a_mail_is_pending_until_ses_reports_its_outcome_even_if_that_comes_before_the_send_response() {
        outbox.reported("early");
        outbox.mail(mail("early", "One"));
        outbox.mail(mail("late", "Two"));

        assertThat(outbox.unreported()).extracting(Mail::messageId).containsExactly("late");
        outbox.reported("late");
        assertThat(outbox.unreported()).isEmpty();
        assertThat(outbox.mails("Tw")).extracting(Mail::messageId).containsExactly("late");
    }

    private static Mail mail(String id, String subject) {
        return new Mail(
                1,
                id,
                NOON,
                "from@x.example",
                List.of("to@x.example"),
                subject,
                "",
                "",
                Map.of(),
                Map.of(),
                "set",
                Map.of(),
                true);
    }
}
