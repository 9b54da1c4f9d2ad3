package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.RefusalReason;
import app.prtosales.delivery.SesEvent;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.placement.Cause;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R1.8, R1.10: why a deadline was missed, and how late events restate a verdict.
class VerdictTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));

    private final Ports ports = new Ports();
    private final Company company = new Company(P.plus(Duration.ofHours(1)), ports);

    @Test
    void r1_10_a_retraction_after_every_ping_was_sent_leaves_delivery_as_the_cause() {
        PlacementId id = oneOfTwoReached();
        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.work();

        company.runUntil(D);

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_10_a_retraction_while_pings_wait_makes_held_the_cause() {
        company.reps(2);
        company.submit(Samples.submission());
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.plan(id);
        company.changePlacement.retract(id, "a false figure", Company.PR);

        company.goTo(D);
        company.tick();

        assertThat(company.reached(id).cause()).isEqualTo(Cause.HELD);
    }

    @Test
    void r1_10_a_stop_that_ended_before_the_deadline_is_not_the_cause() {
        company.reps(1);
        company.guard.stop("we’re switching email providers", Company.PR);
        company.submit(Samples.submission());
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.plan(id);
        company.advance(Duration.ofHours(1));
        company.guard.resume("the switch is done", Company.PR);

        company.goTo(D);
        company.tick();

        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);
    }

    @Test
    void the_history_gives_the_number_reached_and_the_cause() {
        PlacementId id = oneOfTwoReached();

        company.runUntil(D);

        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .contains(
                        "missed the 24 hours (not delivered to every rep in time): 1 of 2 reached, 1 in time");
    }

    @Test
    void a_tick_counts_the_verdicts_it_recorded() {
        oneOfTwoReached();
        company.goTo(D);

        assertThat(company.tick().judged()).isEqualTo(1);
        assertThat(company.tick().judged()).isZero();
    }

    @Test
    void r1_10_a_rep_whose_ping_was_never_planned_is_missing_too() {
        company.reps(1);
        company.submit(Samples.submission());
        PlacementId id = PlacementId.of(Samples.waystar().key());
        new Dispatch(company.placements, company.directory).freeze(company.find(id), company.now());

        assertThat(company.reached(id).missing())
                .containsExactly(
                        new Missing(
                                new RepId("rep-001"), new MailFate(MailFate.Kind.NOT_SENT_YET)));
    }

    @Test
    void r1_10_a_rep_who_was_reached_after_the_deadline_is_listed_as_late() {
        PlacementId id = oneOfTwoReached();
        RepId other = company.reached(id).missing().getFirst().rep();
        company.runUntil(D);

        company.advance(Duration.ofHours(1));
        company.deliver(Company.ping(id, other.value()), company.now());

        assertThat(company.reached(id).missing()).isEmpty();
        assertThat(company.reached(id).late()).containsExactly(other);
        assertThat(company.find(id).judgment())
                .extracting(judgment -> judgment.reached().late())
                .isEqualTo(List.of(other));
    }

    @Test
    void r1_8_a_late_event_restates_the_verdict_despite_a_simultaneous_change() {
        PlacementId id = oneOfTwoReached();
        company.runUntil(D);
        ports.before(
                "Placements.replace",
                restating ->
                        company.placements.replace(
                                company.find(id).checkingSendsAt(company.now()), List.of()));

        company.deliver(Company.ping(id, "rep-002"), D.minusSeconds(1));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void r1_8_a_ping_sent_after_the_deadline_leaves_system_as_the_cause_when_it_bounces() {
        PlacementId id = sentAfterTheDeadline();

        company.bounce(Company.ping(id, "rep-001"), company.now());

        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);
    }

    @Test
    void r1_8_a_ping_refused_after_the_deadline_leaves_system_as_the_cause() {
        company.reps(2);
        PlacementId id = unsentUntilTheDeadline();
        company.advance(Duration.ofHours(1));
        company.mailbox.refused.add(Company.rep("rep-001").cells().get("email"));
        company.work();

        company.bounce(Company.ping(id, "rep-002"), company.now());

        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);
    }

    @Test
    void r1_8_a_late_send_event_stamped_before_the_deadline_makes_delivery_the_cause() {
        PlacementId id = sentAfterTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");
        company.bounce(ping, company.now());

        company.recordFeedback.record(ping, new SesEvent.Sent("ses-" + ping, D.minusSeconds(1)));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void a_send_event_that_says_nothing_new_does_not_read_the_placement() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        DeliveryId ping = Company.ping(id, "rep-001");
        int before = ports.calls("Placements.find");

        company.recordFeedback.record(
                ping, new SesEvent.Sent("ses-" + ping, company.now().minusMillis(80)));

        assertThat(ports.calls("Placements.find")).isEqualTo(before);
    }

    @Test
    void r1_10_a_ping_refused_in_time_makes_delivery_the_cause() {
        company.reps(1);
        company.mailbox.refused.add(Company.rep("rep-001").cells().get("email"));
        PlacementId id = company.distribute(Samples.submission()).id();

        company.runUntil(D);

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_10_a_ping_that_ses_accepted_in_time_and_rejected_later_makes_delivery_the_cause() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.runUntil(D);
        DeliveryId ping = Company.ping(id, "rep-001");

        company.recordFeedback.record(
                ping,
                new SesEvent.Rejected("ses-" + ping, D.plusSeconds(9), RefusalReason.BAD_CONTENT));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_8_restating_fails_after_five_tries_if_the_placement_keeps_changing() {
        PlacementId id = oneOfTwoReached();
        company.runUntil(D);
        ports.answer("Placements.replace", false);
        int before = ports.calls("Placements.replace");

        assertThatThrownBy(() -> company.deliver(Company.ping(id, "rep-002"), D.minusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Placements.replace") - before).isEqualTo(5);
    }

    @Test
    void r1_8_a_verdict_restated_after_months_still_counts_reps_who_have_left_since() {
        PlacementId id = oneOfTwoReached();
        company.runUntil(D);
        company.advance(Duration.ofDays(1));
        company.putReps(List.of(Company.rep("rep-002")));
        aYearLater(List.of(Company.rep("rep-002")));

        company.deliver(Company.ping(id, "rep-002"), D.minusSeconds(1));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).count()).isEqualTo(2);
        assertThat(company.reached(id).of()).isEqualTo(2);
        assertThat(company.showPlacement.show(id).orElseThrow().reachedAt()).hasSize(2);
    }

    @Test
    void r1_8_a_verdict_restated_after_months_still_knows_reps_by_their_former_ids() {
        PlacementId id = oneOfTwoReached();
        company.runUntil(D);
        company.advance(Duration.ofDays(1));
        List<Row> renamed =
                List.of(
                        Company.rep("rep-001").with("id", "HR-9001"),
                        Company.rep("rep-002").with("id", "HR-9002"));
        company.putReps(renamed);
        aYearLater(renamed);

        company.changePlacement.move(
                id, "2026-06-24T08:00", "America/New_York", "it was an hour earlier", Company.PR);

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).count()).isEqualTo(1);
        assertThat(company.reached(id).of()).isEqualTo(2);
    }

    @Test
    void r1_8_a_verdict_restated_after_months_still_counts_a_rep_who_left_and_came_back() {
        PlacementId id = oneOfTwoReached();
        company.runUntil(D);
        company.advance(Duration.ofDays(1));
        company.putReps(
                List.of(Company.rep("rep-001").with("active", "false"), Company.rep("rep-002")));
        aYearLater(List.of(Company.rep("rep-001"), Company.rep("rep-002")));

        company.deliver(Company.ping(id, "rep-002"), D.minusSeconds(1));

        assertThat(company.reached(id).of()).isEqualTo(2);
        assertThat(company.reached(id).joined()).isEmpty();
    }

    /// A year passes. The list is uploaded twice, because what is kept about removed rows is
    /// trimmed only when a list is stored.
    private void aYearLater(List<Row> reps) {
        company.advance(Duration.ofDays(365));
        company.putReps(reps);
        company.advance(Duration.ofDays(1));
        company.putReps(reps);
    }

    /// Nothing was sent until the deadline had passed; SES accepted the only ping an hour later.
    private PlacementId sentAfterTheDeadline() {
        company.reps(1);
        PlacementId id = unsentUntilTheDeadline();
        company.advance(Duration.ofHours(1));
        company.work();
        return id;
    }

    private PlacementId unsentUntilTheDeadline() {
        company.submit(Samples.submission());
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.plan(id);
        company.goTo(D);
        company.tick();
        return id;
    }

    /// Both pings have been sent, and one has arrived.
    private PlacementId oneOfTwoReached() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());
        return id;
    }
}
