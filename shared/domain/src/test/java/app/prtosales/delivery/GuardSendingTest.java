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

/// When sending stops, for how long what came back counts, and that of several who stop it one
/// does.
class GuardSendingTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Ports ports = new Ports();
    private final InMemorySendings sendings = new InMemorySendings();
    private Instant now = NOON;
    private final GuardSending guard =
            new GuardSending(ports.edge(Sendings.class, sendings), () -> now);

    @Test
    void whatever_comes_back_is_answered_with_the_stop_that_it_caused_or_found() {
        sendings.sent(now, "chunk", 250);
        Optional<Stop> caused = guard.complained(mail("rep-001"), now);

        assertThat(caused).isPresent().isEqualTo(guard.stop());
        assertThat(guard.complained(mail("rep-002"), now)).isEqualTo(caused);
        assertThat(guard.bounced(mail("rep-003"), now)).isEqualTo(caused);
    }

    @Test
    void where_somebody_stops_it_at_the_same_time_theirs_is_the_stop_in_force() {
        sendings.sent(now, "chunk", 250);
        ports.before("Sendings.begin", ours -> sendings.begin(byHand(1)));

        assertThat(guard.complained(mail("rep-001"), now)).contains(byHand(1));
    }

    @Test
    void of_two_who_stop_it_by_hand_the_second_finds_it_stopped() {
        ports.before("Sendings.begin", ours -> sendings.begin(byHand(1)));

        assertThat(guard.stop("again", Company.PR)).isEqualTo(byHand(1));
    }

    @Test
    void where_it_keeps_being_stopped_and_let_go_on_the_fifth_try_is_the_last() {
        ports.answer("Sendings.begin", false);

        assertThatThrownBy(() -> guard.stop("again", Company.PR))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ports.calls("Sendings.begin")).isEqualTo(5);
    }

    @Test
    void what_came_back_more_than_seven_days_ago_counts_for_nothing_whenever_it_went_on() {
        sendings.sent(now, "chunk", 250);
        guard.complained(mail("rep-001"), now);
        now = NOON.plus(Duration.ofHours(1));
        guard.goOn("it was a mistake", Company.PR);
        assertThat(guard.standing().since()).isEqualTo(now);

        now = NOON.plus(Duration.ofDays(30));

        assertThat(guard.standing().since()).isEqualTo(now.minus(Duration.ofDays(7)));
    }

    @Test
    void a_stop_by_hand_leaves_the_seven_days_as_they_are() {
        guard.stop("our mailboxes move", Company.PR);
        now = NOON.plus(Duration.ofHours(1));
        guard.goOn("they moved", Company.PR);

        assertThat(guard.standing().since()).isEqualTo(now.minus(Duration.ofDays(7)));
    }

    private static Stop byHand(int number) {
        return Stop.begun(number, NOON, Company.PR.id(), "our mailboxes move");
    }

    private static DeliveryId mail(String rep) {
        return new DeliveryId("sample-placement", rep, MailKind.PING);
    }
}
