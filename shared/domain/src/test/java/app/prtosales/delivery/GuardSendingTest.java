package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.InMemorySendings;
import app.prtosales.inmemory.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When sending stops, for how long bounces and complaints count, and that only one of several
/// simultaneous stops is stored.
class GuardSendingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Ports ports = new Ports();
    private final InMemorySendings sendings = new InMemorySendings();
    private Instant now = NOON;
    private final GuardSending guard =
            new GuardSending(ports.edge(Sendings.class, sendings), () -> now);

    @Test
    void a_bounce_or_complaint_returns_the_stop_it_caused_or_found() {
        sendings.sent(now, "chunk", 250);
        Optional<Stop> caused = guard.complained(mail("rep-001"), now);

        assertThat(caused).isPresent().isEqualTo(guard.stop());
        assertThat(guard.complained(mail("rep-002"), now)).isEqualTo(caused);
        assertThat(guard.bounced(mail("rep-003"), now)).isEqualTo(caused);
    }

    @Test
    void only_an_automatic_stop_for_spam_complaints_is_for_spam() {
        assertThat(stopped(Tally.MARKED_AS_SPAM).isForSpam()).isTrue();
        assertThat(stopped("bounced").isForSpam()).isFalse();
        assertThat(Stop.begun(1, NOON, Company.PR.id(), Tally.MARKED_AS_SPAM).isForSpam())
                .isFalse();
    }

    private static Stop stopped(String why) {
        return Stop.begun(1, NOON, null, "3 of 250 emails %s".formatted(why));
    }

    @Test
    void a_simultaneous_stop_by_someone_else_is_the_one_that_applies() {
        sendings.sent(now, "chunk", 250);
        ports.before("Sendings.begin", ours -> sendings.begin(byHand(1)));

        assertThat(guard.complained(mail("rep-001"), now)).contains(byHand(1));
    }

    @Test
    void the_second_of_two_stops_by_hand_finds_sending_stopped() {
        ports.before("Sendings.begin", ours -> sendings.begin(byHand(1)));

        assertThat(guard.stop("again", Company.PR)).isEqualTo(byHand(1));
    }

    @Test
    void stopping_is_tried_five_times_if_others_keep_changing_it() {
        ports.answer("Sendings.begin", false);

        assertThatThrownBy(() -> guard.stop("again", Company.PR))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ports.calls("Sendings.begin")).isEqualTo(5);
    }

    @Test
    void emails_returned_more_than_seven_days_ago_do_not_count_even_after_sending_resumed() {
        sendings.sent(now, "chunk", 250);
        guard.complained(mail("rep-001"), now);
        now = NOON.plus(Duration.ofHours(1));
        guard.resume("it was a mistake", Company.PR);
        assertThat(guard.standing().since()).isEqualTo(now);

        now = NOON.plus(Duration.ofDays(30));

        assertThat(guard.standing().since()).isEqualTo(now.minus(Duration.ofDays(7)));
    }

    @Test
    void a_stop_by_hand_does_not_shorten_the_seven_days() {
        guard.stop("we’re switching email providers", Company.PR);
        now = NOON.plus(Duration.ofHours(1));
        guard.resume("the switch is done", Company.PR);

        assertThat(guard.standing().since()).isEqualTo(now.minus(Duration.ofDays(7)));
    }

    private static Stop byHand(int number) {
        return Stop.begun(number, NOON, Company.PR.id(), "we’re switching email providers");
    }

    private static DeliveryId mail(String rep) {
        return new DeliveryId("sample-placement", rep, MailKind.PING);
    }
}
