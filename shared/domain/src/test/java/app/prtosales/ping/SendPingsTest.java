package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.inmemory.Ports;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.Pace;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The results of one chunk: what it counts, what it leaves for later, and until when it postpones
/// the tick's check.
class SendPingsTest {

    private static final PlacementId ID = PlacementId.of(Samples.waystar().key());

    private final Ports ports = new Ports();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), ports);

    @Test
    void a_chunk_without_reps_or_placement_sends_nothing() {
        SendPings.Outcome nothing = new SendPings.Outcome(0, 0, 0, null);

        assertThat(send(1)).isEqualTo(nothing);
        planned(1);
        assertThat(company.sendPings.send(ID, Mailing.PINGS, List.of())).isEqualTo(nothing);
    }

    @Test
    void each_sent_email_is_counted_once() {
        planned(3);

        assertThat(send(3)).isEqualTo(new SendPings.Outcome(3, 0, 0, null));
        assertThat(send(3)).isEqualTo(new SendPings.Outcome(0, 0, 0, null));
    }

    @Test
    void a_ping_names_the_reps_own_target_accounts_that_match() {
        company.openDeal();
        planned(2);

        send(2);

        assertThat(company.mailbox.mails)
                .extracting(OutgoingMail::text)
                .containsExactly("Sample Hospital 1", "");
    }

    @Test
    void while_sending_is_stopped_a_chunk_and_the_tick_wait_ten_minutes() {
        planned(3);
        company.guard.stop("we’re switching email providers", Company.PR);

        assertThat(send(3)).isEqualTo(new SendPings.Outcome(0, 3, 3, null));

        assertThat(sendsCheckedAt()).isEqualTo(afterAChunk(Duration.ofMinutes(10)));
    }

    @Test
    void in_an_outage_a_chunk_and_the_tick_wait_a_minute() {
        planned(3);
        outage();

        assertThat(send(3)).isEqualTo(new SendPings.Outcome(0, 3, 3, null));

        assertThat(sendsCheckedAt()).isEqualTo(afterAChunk(Duration.ofMinutes(1)));
    }

    @Test
    void a_tick_that_already_waits_longer_is_not_changed() {
        planned(PingQueue.CHUNK + 1);
        Instant before = sendsCheckedAt();
        outage();

        send(PingQueue.CHUNK);

        assertThat(sendsCheckedAt()).isEqualTo(before);
    }

    @Test
    void after_waiting_too_long_for_a_turn_the_email_is_queued_again_without_delay() {
        planned(1);
        company.onTurn = () -> company.advance(Duration.ofSeconds(91));

        assertThat(send(1)).isEqualTo(new SendPings.Outcome(0, 1, 0, null));

        assertThat(company.mailbox.mails).isEmpty();
        assertThat(company.queue.messages).containsExactly(new Message(ID, team(1)));
        assertThat(sendsCheckedAt()).isEqualTo(afterAChunk(Duration.ZERO));
    }

    @Test
    void three_refusals_for_one_reason_are_not_blamed_on_the_emails() {
        planned(3);
        company.mailbox.refuseAll(true);

        assertThat(send(3)).isEqualTo(new SendPings.Outcome(0, 3, 3, "the address is not valid"));

        assertThat(company.pings(ID))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.PLANNED);
    }

    @Test
    void i2_a_refused_email_that_did_arrive_is_not_sent_again() {
        planned(12);
        company.mailbox.refuseAll(true);
        DeliveryId[] arrived = new DeliveryId[1];
        ports.before(
                "Postman.send",
                asked -> {
                    arrived[0] = ((OutgoingMail) asked[0]).id();
                    company.deliver(arrived[0], company.now());
                });

        assertThat(send(12).later()).isEqualTo(11);

        assertThat(company.queue.messages)
                .singleElement()
                .satisfies(again ->
                        assertThat(again.reps()).hasSize(11).doesNotContain(arrived[0].rep()));
    }

    @Test
    void i2_an_email_that_arrives_while_others_are_planned_again_is_not_sent_again() {
        planned(3);
        company.mailbox.refuseAll(true);
        deliverTheFirstThatIsPlannedAgain();

        assertThat(send(3).later()).isEqualTo(2);

        assertThat(company.pings(ID))
                .extracting(Delivery::state)
                .containsOnlyOnce(DeliveryState.DELIVERED);
    }

    private void deliverTheFirstThatIsPlannedAgain() {
        ports.before(
                "Ledger.replace",
                asked -> {
                    Delivery changed = (Delivery) asked[1];
                    if (changed.state() == DeliveryState.PLANNED) {
                        company.deliver(changed.id(), company.now());
                    } else {
                        deliverTheFirstThatIsPlannedAgain();
                    }
                });
    }

    @Test
    void a_rep_without_a_row_gets_nothing() {
        planned(3);

        assertThat(send(4)).isEqualTo(new SendPings.Outcome(3, 0, 0, null));
    }

    @Test
    void a_ping_canceled_during_an_outage_raises_no_alarm() {
        planned(1);
        company.mailbox.down(true);
        ports.after("Postman.send", asked -> ports.after("Ledger.replace", putBack -> callOff()));

        assertThat(send(1)).isEqualTo(new SendPings.Outcome(0, 1, 1, null));

        assertThat(company.pings(ID))
                .extracting(Delivery::reason)
                .containsExactly("the story was withdrawn");
    }

    @Test
    void r1_12_a_failure_whose_message_was_lost_is_handled_when_its_chunk_arrives_again() {
        planned(1);
        company.mailbox.refuseAll(true);
        send(1);
        company.queue.errands.clear();

        send(1);

        assertThat(company.queue.errands)
                .containsExactly(new Errand.Undelivered(Company.ping(ID, "rep-001")));
    }

    @Test
    void r1_12_if_both_addresses_bounce_later_emails_go_to_neither() {
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("secondEmail", "rep-001@home.example"),
                        Company.rep("rep-002")));
        company.distribute(Samples.submission());
        company.deliverAll(ID);
        PlacementId next = company.distribute(Samples.submission(Samples.numbered(2))).id();
        company.bounce(Company.ping(next, "rep-001"), company.now());
        company.work();
        company.bounce(Company.secondPing(next, "rep-001"), company.now());
        company.work();
        int before = company.mailbox.mails.size();

        company.changePlacement.turn(ID, "green", null, "cleared", Company.PR);
        company.work();

        assertThat(company.mailbox.mails.subList(before, company.mailbox.mails.size()))
                .extracting(OutgoingMail::to)
                .contains("rep-002@sample-medtech.example")
                .doesNotContain("rep-001@sample-medtech.example", "rep-001@home.example");
    }

    private void callOff() {
        Delivery waiting = company.ledger.find(Company.ping(ID, "rep-001")).orElseThrow();
        company.ledger.replace(waiting, waiting.cancelled("the story was withdrawn"));
    }

    private void outage() {
        company.onTurn =
                () -> {
                    throw new Pace.NoAnswer(new IllegalStateException("timed out"));
                };
    }

    private void planned(int reps) {
        company.reps(reps);
        company.queue.errands.clear();
        company.submit(Samples.submission());
        company.plan(ID);
        company.queue.messages.clear();
        company.queue.errands.clear();
    }

    private SendPings.Outcome send(int reps) {
        return company.sendPings.send(ID, Mailing.PINGS, team(reps));
    }

    private static List<RepId> team(int reps) {
        return IntStream.rangeClosed(1, reps)
                .mapToObj("rep-%03d"::formatted)
                .map(RepId::new)
                .toList();
    }

    private Instant sendsCheckedAt() {
        return Objects.requireNonNull(company.find(ID).timers().get(Timer.SENDS));
    }

    /// When a chunk that waits for this long should be out.
    private Instant afterAChunk(Duration wait) {
        return Dispatch.sendsEndAt(company.now().plus(wait), PingQueue.CHUNK);
    }
}
