package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.placement.Cause;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// R1.8: how events correct the cause of a missed deadline if SES accepted the only ping before it,
/// but the answer was lost.
class LostAnswerVerdictTest {

    private static final Instant D = Samples.WEDNESDAY.plus(Duration.ofHours(24));

    private final Ports ports = new Ports();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), ports);

    @Test
    void r1_8_a_late_send_event_for_a_lost_answer_makes_delivery_the_cause() {
        PlacementId id = answerLostBeforeTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");

        company.recordFeedback.record(ping, new SesEvent.Sent("ses-" + ping, D.minusSeconds(59)));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_8_a_late_delay_event_for_a_lost_answer_makes_delivery_the_cause() {
        PlacementId id = answerLostBeforeTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");

        company.recordFeedback.record(
                ping, new SesEvent.Delayed("ses-" + ping, D.minusSeconds(50)));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_8_a_send_event_restates_the_cause_although_its_first_processing_stopped_halfway() {
        PlacementId id = answerLostBeforeTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");
        SesEvent sent = new SesEvent.Sent("ses-" + ping, D.minusSeconds(59));
        ports.before(
                "Placements.find",
                call -> {
                    throw new IllegalStateException("stopped");
                });
        assertThatThrownBy(() -> company.recordFeedback.record(ping, sent)).hasMessage("stopped");

        company.recordFeedback.record(ping, sent);

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_8_a_send_event_before_the_deadline_corrects_a_delay_event_after_it() {
        PlacementId id = answerLostBeforeTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");
        company.recordFeedback.record(ping, new SesEvent.Delayed("ses-" + ping, D.plusSeconds(90)));
        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);

        company.recordFeedback.record(ping, new SesEvent.Sent("ses-" + ping, D.minusSeconds(59)));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    /// SES takes the ping two seconds before the deadline, but answers only after it.
    @Test
    void r1_8_a_send_event_just_before_the_deadline_corrects_an_answer_recorded_just_after_it() {
        company.reps(1);
        company.submit(Samples.submission());
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.plan(id);
        company.goTo(D.minusSeconds(2));
        ports.before("Postman.send", call -> company.goTo(D.plusSeconds(1)));
        company.workOnce();
        DeliveryId ping = Company.ping(id, "rep-001");
        assertThat(company.ledger.find(ping).orElseThrow().acceptedAt()).isAfter(D);
        company.tick();
        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);

        company.recordFeedback.record(ping, new SesEvent.Sent("ses-" + ping, D.minusSeconds(1)));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_8_the_first_of_two_sendings_was_in_time_although_its_event_comes_after_the_second() {
        PlacementId id = answerLostBeforeTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");
        company.mailbox.silent(false);
        company.tickAndTryFor(Duration.ofHours(1));
        assertThat(company.ledger.find(ping).orElseThrow().possibleDuplicate()).isTrue();
        assertThat(company.ledger.find(ping).orElseThrow().acceptedAt()).isAfter(D);
        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);

        company.recordFeedback.record(ping, new SesEvent.Sent("ses-first", D.minusSeconds(59)));

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    @Test
    void r1_8_a_repeated_send_event_restates_the_cause_although_another_event_came_in_between() {
        PlacementId id = answerLostBeforeTheDeadline();
        DeliveryId ping = Company.ping(id, "rep-001");
        SesEvent second = new SesEvent.Sent("ses-second", D.minusSeconds(10));
        ports.before(
                "Placements.find",
                call -> {
                    throw new IllegalStateException("stopped");
                });
        assertThatThrownBy(() -> company.recordFeedback.record(ping, second)).hasMessage("stopped");
        company.recordFeedback.record(ping, new SesEvent.Sent("ses-first", D.minusSeconds(11)));

        company.recordFeedback.record(ping, second);

        assertThat(company.reached(id).cause()).isEqualTo(Cause.DELIVERY);
    }

    /// SES took the only ping a minute before the deadline, but its answer was lost.
    private PlacementId answerLostBeforeTheDeadline() {
        company.reps(1);
        company.submit(Samples.submission());
        PlacementId id = PlacementId.of(Samples.waystar().key());
        company.plan(id);
        company.mailbox.silent(true);
        company.goTo(D.minusSeconds(60));
        company.workOnce();
        company.goTo(D);
        company.tick();
        assertThat(company.reached(id).cause()).isEqualTo(Cause.SYSTEM);
        return id;
    }
}
