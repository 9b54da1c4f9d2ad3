package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.D;
import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// R1.12: a resend goes only to reps who were not reached, never a second time to one who was.
class ResendTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r1_12_only_reps_who_were_not_reached_get_it_again() {
        PlacementId id = oneBounced();

        changed(change.resend(id, "the address is fixed", Company.PR));
        company.work();

        assertThat(scenario.recipients(id, MailKind.PING, 2)).containsExactly("rep-002");
        assertThat(company.mailbox.to("rep-001@sample-medtech.example")).hasSize(1);
        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(2);
    }

    @Test
    void r1_12_a_resend_that_is_delivered_in_time_makes_the_verdict_met() {
        PlacementId id = oneBounced();
        changed(change.resend(id, "the address is fixed", Company.PR));
        company.work();
        company.deliver(new DeliveryId(id.value(), "rep-002", MailKind.PING, 2), company.now());
        company.runUntil(D);

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.reached(id).count()).isEqualTo(3);
    }

    @Test
    void r1_12_repeated_requests_and_runs_send_one_email() {
        PlacementId id = oneBounced();
        changed(change.resend(id, "fixed", Company.PR));
        assertUnchanged(change.resend(id, "fixed", Company.PR));
        for (int i = 0; i < 3; i++) {
            company.queue.followUp(id);
            company.work();
        }
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(2);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    /// SES keeps trying to deliver an email for 14 hours; until then, it may still arrive.
    @Test
    void r1_12_a_ping_without_an_event_is_not_resent_within_fourteen_hours() {
        assertThat(sentAgainAfter(Duration.ofHours(14))).isEmpty();
    }

    @Test
    void r1_12_a_ping_without_an_event_is_resent_after_fourteen_hours() {
        assertThat(sentAgainAfter(Duration.ofHours(14).plusSeconds(1))).containsExactly("rep-001");
    }

    private List<String> sentAgainAfter(Duration silence) {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        Instant accepted = Objects.requireNonNull(company.pings(id).getFirst().acceptedAt());
        company.goTo(accepted.plus(silence));
        changed(change.resend(id, "nobody has heard about it", Company.PR));
        company.work();
        return scenario.recipients(id, MailKind.PING, 2);
    }

    @Test
    void r1_12_a_ping_still_on_its_way_is_not_resent() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        changed(change.resend(id, "fixed", Company.PR));
        company.work();

        assertThat(scenario.recipients(id, MailKind.PING, 2)).containsExactly("rep-001");
    }

    @Test
    void r1_12_if_everyone_was_reached_nothing_is_resent() {
        PlacementId id = scenario.delivered();

        assertUnchanged(change.resend(id, "just in case", Company.PR));
    }

    @Test
    void a_second_resend_goes_to_reps_the_first_did_not_reach() {
        PlacementId id = oneBounced();
        changed(change.resend(id, "fixed", Company.PR));
        company.work();
        company.bounce(new DeliveryId(id.value(), "rep-002", MailKind.PING, 2), company.now());
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        changed(change.resend(id, "fixed again", Company.PR));
        company.work();

        assertThat(scenario.recipients(id, MailKind.PING, 3)).containsExactly("rep-002");
    }

    @Test
    void r1_12_other_waiting_emails_do_not_delay_a_resend() {
        PlacementId id = oneBounced();
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        assertThat(company.find(id).changes().pending()).hasSize(1);

        changed(change.resend(id, "fixed", Company.PR));
        company.work();

        assertThat(scenario.recipients(id, MailKind.PING, 2)).containsExactly("rep-002");
    }

    @Test
    void a_placement_not_yet_sent_cannot_be_resent() {
        company.goTo(D.minus(Duration.ofDays(3)));
        company.reps(1);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();

        assertThat(conflict(change.resend(id, "x", Company.PR))).contains("hasn’t been sent yet");
    }

    private PlacementId oneBounced() {
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.deliver(Company.ping(id, "rep-003"), company.now());
        company.bounce(Company.ping(id, "rep-002"), company.now());
        company.addressesWorkAgain();
        return id;
    }
}
