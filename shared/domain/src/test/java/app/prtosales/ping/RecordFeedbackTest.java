package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The results of recording an event from SES.
class RecordFeedbackTest {

    private final Instant now = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private final Ports ports = new Ports();
    private final Company company = new Company(now, ports);

    @Test
    void i3_an_event_is_recorded_once_and_then_known() {
        DeliveryId ping = sent();
        SesEvent delayed = new SesEvent.Delayed("ses-" + ping, now);
        SesEvent delivered = new SesEvent.Delivered("ses-" + ping, now.plusSeconds(9));

        assertThat(record(ping, delayed)).isEqualTo(RecordFeedback.Outcome.RECORDED);
        assertThat(record(ping, delayed)).isEqualTo(RecordFeedback.Outcome.KNOWN);
        assertThat(record(ping, delivered)).isEqualTo(RecordFeedback.Outcome.RECORDED);
        assertThat(record(ping, delivered)).isEqualTo(RecordFeedback.Outcome.KNOWN);
    }

    @Test
    void r1_12_a_failure_is_handled_each_time_it_is_reported() {
        DeliveryId ping = sent();
        SesEvent bounced = new SesEvent.Bounced("ses-" + ping, now, true, "no such user", null);

        assertThat(record(ping, bounced)).isEqualTo(RecordFeedback.Outcome.RECORDED);
        assertThat(record(ping, bounced)).isEqualTo(RecordFeedback.Outcome.KNOWN);

        assertThat(company.queue.errands)
                .containsExactly(new Errand.Undelivered(ping), new Errand.Undelivered(ping));
    }

    @Test
    void recording_fails_after_eight_tries_if_the_row_keeps_changing() {
        DeliveryId ping = sent();
        ports.answer("Ledger.replace", false);
        int before = ports.calls("Ledger.replace");

        assertThatThrownBy(() -> company.deliver(ping, now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Ledger.replace") - before).isEqualTo(8);
    }

    @Test
    void a_missed_retraction_fails_after_eight_tries_if_the_placement_keeps_changing() {
        company.mailbox.silent(true);
        DeliveryId ping = sent();
        company.mailbox.silent(false);
        company.changePlacement.retract(
                new PlacementId(ping.subject()), "a false figure", Company.PR);
        company.runUntil(now.plus(Duration.ofMinutes(20)));
        ports.answer("Placements.replace", false);
        int before = ports.calls("Placements.replace");

        assertThatThrownBy(() -> company.deliver(ping, company.now()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Placements.replace") - before).isEqualTo(8);
    }

    private RecordFeedback.Outcome record(DeliveryId mail, SesEvent event) {
        return company.recordFeedback.record(mail, event);
    }

    private DeliveryId sent() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        return Company.ping(id, "rep-001");
    }
}
