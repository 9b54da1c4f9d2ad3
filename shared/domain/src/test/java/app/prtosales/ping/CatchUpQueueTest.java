package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.directory.Row;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The messages queued when the roster changes within the 24 hours: exactly those that nothing else
/// would send (R1.11, R1.12).
class CatchUpQueueTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r1_11_nothing_is_queued_for_reps_who_have_the_ping() {
        distributed("rep-001", "rep-002");
        roster("rep-001", "rep-002", "rep-009");
        company.work();

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages).isEmpty();
    }

    @Test
    void r1_11_pings_still_being_planned_are_not_queued_again() {
        PlacementId id = submitted("rep-001", "rep-002");
        company.plan(id);

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages)
                .containsExactly(pings(id, Mailing.PINGS, "rep-001", "rep-002"));
    }

    @Test
    void i12_a_recipient_left_out_by_planning_is_planned_and_queued() {
        PlacementId id = submitted("rep-001", "rep-002");
        new Dispatch(company.placements, company.directory).freeze(company.find(id), company.now());

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages)
                .containsExactly(pings(id, Mailing.PINGS, "rep-001", "rep-002"));
        assertThat(company.pings(id)).hasSize(2);
    }

    @Test
    void r1_11_a_new_reps_planned_but_unqueued_ping_is_queued_the_next_time() {
        PlacementId id = distributed("rep-001");
        roster("rep-001", "rep-009");
        interrupted();

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages).containsExactly(pings(id, Mailing.PINGS, "rep-009"));
    }

    @Test
    void r1_11_a_new_rep_who_left_before_the_ping_was_sent_gets_it_when_back() {
        PlacementId id = distributed("rep-001");
        roster("rep-001", "rep-009");
        company.runNextErrandOf(Errand.RosterChanged.class);
        left("rep-009");
        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).isEmpty();

        company.advance(Duration.ofMinutes(1));
        roster("rep-001", "rep-009");
        company.runNextErrandOf(Errand.RosterChanged.class);

        assertThat(company.queue.messages).containsExactly(pings(id, Mailing.PINGS, "rep-009"));
        company.work();
        assertThat(company.mailbox.to("rep-009@sample-medtech.example")).hasSize(1);
    }

    @Test
    void r1_11_a_returning_recipients_unqueued_ping_is_queued_the_next_time() {
        PlacementId id = submitted("rep-001", "rep-002");
        company.plan(id);
        left("rep-002");
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        assertThat(company.find(id).status()).isEqualTo(Status.DISTRIBUTED);
        roster("rep-001", "rep-002");
        interrupted();

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages).containsExactly(pings(id, Mailing.PINGS, "rep-002"));
    }

    @Test
    void r1_12_an_address_corrected_twice_gets_a_ping_each_time() {
        PlacementId id = distributed("rep-001");
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        corrected("rep-001", "second@sample-medtech.example");
        company.work();
        company.bounce(company.pings(id).getLast().id(), company.now());
        company.work();
        corrected("rep-001", "third@sample-medtech.example");
        company.work();

        assertThat(company.mailbox.to("second@sample-medtech.example")).hasSize(1);
        assertThat(company.mailbox.to("third@sample-medtech.example")).hasSize(1);
        assertThat(company.pings(id))
                .extracting(Delivery::id)
                .filteredOn(ping -> ping.recipient().equals("rep-001"))
                .containsExactly(
                        Company.ping(id, "rep-001"),
                        Mailing.toCorrectedAddress(1).to(id, new RepId("rep-001")),
                        Mailing.toCorrectedAddress(2).to(id, new RepId("rep-001")));
    }

    @Test
    void r1_12_a_ping_to_a_corrected_address_is_queued_only_until_it_is_sent() {
        PlacementId id = bounced();
        corrected("rep-001", "new@sample-medtech.example");
        interrupted();

        company.run(new Errand.RosterChanged());
        assertThat(company.queue.messages)
                .containsExactly(pings(id, Mailing.toCorrectedAddress(1), "rep-001"));

        company.work();
        company.run(new Errand.RosterChanged());
        assertThat(company.queue.messages).isEmpty();
    }

    @Test
    void r1_12_a_rep_who_left_before_the_ping_to_a_corrected_address_gets_it_when_back() {
        PlacementId id = bounced();
        corrected("rep-001", "new@sample-medtech.example");
        company.runNextErrandOf(Errand.RosterChanged.class);
        company.putReps(
                List.of(
                        Company.rep("rep-001")
                                .with("email", "new@sample-medtech.example")
                                .with("active", "false"),
                        Company.rep("rep-002")));
        company.work();
        assertThat(company.mailbox.to("new@sample-medtech.example")).isEmpty();

        company.advance(Duration.ofMinutes(1));
        corrected("rep-001", "new@sample-medtech.example");
        company.runNextErrandOf(Errand.RosterChanged.class);

        assertThat(company.queue.messages)
                .containsExactly(pings(id, Mailing.toCorrectedAddress(1), "rep-001"));
        company.work();
        assertThat(company.mailbox.to("new@sample-medtech.example")).hasSize(1);
    }

    @Test
    void i1_the_tick_checks_again_when_everything_queued_should_be_out() {
        PlacementId id = bounced();
        company.putReps(
                List.of(
                        Company.rep("rep-001").with("email", "new@sample-medtech.example"),
                        Company.rep("rep-002"),
                        Company.rep("rep-009")));

        company.runNextErrandOf(Errand.RosterChanged.class);

        assertThat(company.find(id).timers())
                .containsEntry(Timer.SENDS, Dispatch.sendsEndAt(company.now(), 2));
    }

    @Test
    void r5_5_a_distributors_ping_still_being_planned_is_not_queued_again() {
        PlacementId id = greenPlanned();

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages)
                .containsExactly(
                        pings(id, Mailing.DISTRIBUTOR_PINGS, "rep-002"),
                        pings(id, Mailing.PINGS, "rep-001"));
    }

    @Test
    void r5_5_nothing_is_queued_for_distributors_whose_ping_bounced_at_the_same_address() {
        PlacementId id = greenPlanned();
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        company.bounce(
                Mailing.DISTRIBUTOR_PINGS.to(id, Samples.reps("rep-002").getFirst()),
                company.now());
        company.work();

        company.run(new Errand.RosterChanged());

        assertThat(company.queue.messages).isEmpty();
    }

    /// A Green story, planned for an employee and a distributor; nothing is sent yet.
    private PlacementId greenPlanned() {
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("employment", "distributor")));
        company.work();
        company.submit(Samples.green());
        company.queue.messages.clear();
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.plan(id);
        return id;
    }

    /// The queue message was lost after the rows were written.
    private void interrupted() {
        company.runNextErrandOf(Errand.RosterChanged.class);
        assertThat(company.queue.messages).hasSize(1);
        company.queue.messages.clear();
    }

    private void left(String rep) {
        company.advance(Duration.ofSeconds(1));
        company.putReps(List.of(Company.rep("rep-001"), Company.rep(rep).with("active", "false")));
        company.work();
    }

    /// The ping to one of two reps bounced.
    private PlacementId bounced() {
        PlacementId id = distributed("rep-001", "rep-002");
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
        return id;
    }

    private void corrected(String rep, String address) {
        company.putReps(List.of(Company.rep(rep).with("email", address), Company.rep("rep-002")));
    }

    private PlacementId distributed(String... reps) {
        PlacementId id = submitted(reps);
        company.queue.plan(id);
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        assertThat(company.find(id).status()).isEqualTo(Status.DISTRIBUTED);
        return id;
    }

    /// Accepted, with nothing planned yet.
    private PlacementId submitted(String... reps) {
        roster(reps);
        company.work();
        company.submit(Samples.submission());
        company.queue.messages.clear();
        return PlacementId.of(Samples.waystar().key());
    }

    private void roster(String... reps) {
        company.putReps(Arrays.stream(reps).<Row>map(Company::rep).toList());
    }

    private static Message pings(PlacementId id, Mailing mailing, String... reps) {
        return new Message(id, mailing, Samples.reps(reps), false);
    }
}
