package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R5.5, R5.6: an email that turns out only hours later to have arrived counts like any other: its
/// reader is told what has changed since it was written.
class LateProofTest {

    private static final String REP = "rep-001@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_6_a_rep_whose_email_proves_delivered_hours_after_a_correction_gets_the_correction() {
        PlacementId id = unconfirmed();
        correct(id);
        later();
        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(REP);
    }

    @Test
    void r5_6_repeated_events_cause_no_second_correction() {
        PlacementId id = unconfirmed();
        correct(id);
        later();

        prove(id, "rep-001");
        later();
        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(REP);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void i1_a_correction_owed_after_a_late_proof_is_queued_again_until_it_is_out() {
        PlacementId id = unconfirmed();
        correct(id);
        later();
        company.deliver(Company.ping(id, "rep-001"), company.now());

        company.followUp(id);
        company.queue.messages.clear();
        later();

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(REP);
    }

    @Test
    void r5_6_a_late_proof_sends_each_correction_since_the_email_was_written() {
        PlacementId id = unconfirmed();
        correct(id, "Better");
        correct(id, "Best");
        later();

        prove(id, "rep-001");

        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).containsExactly("rep-001");
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 2)).containsExactly("rep-001");
    }

    @Test
    void r5_5_a_rep_whose_email_proves_delivered_hours_after_a_change_of_color_is_told_of_it() {
        PlacementId id = unconfirmed();
        changed(change.turn(id, "red", null, "legal asked", Company.PR));
        later();
        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.TURN)).containsExactly(REP);
    }

    @Test
    void r5_5_a_late_proof_sends_only_the_last_change_of_color() {
        PlacementId id = unconfirmed();
        changed(change.turn(id, "red", null, "legal asked", Company.PR));
        company.advance(Duration.ofMinutes(1));
        changed(change.turn(id, "amber", null, "legal cleared it", Company.PR));
        later();

        prove(id, "rep-001");

        assertThat(scenario.recipients(id, MailKind.TURN, 1)).isEmpty();
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).containsExactly("rep-001");
    }

    @Test
    void r5_5_a_distributor_whose_email_proves_delivered_after_it_turned_amber_is_told() {
        scenario.withDistributors();
        company.mailbox.silent(true);
        PlacementId id = company.distribute(Samples.green()).id();
        company.mailbox.silent(false);
        changed(change.turn(id, "amber", null, "legal asked", Company.PR));
        later();

        prove(id, new DeliveryId(id.value(), "partner-1", MailKind.DISTRIBUTOR_PING));

        assertThat(scenario.mailed(MailKind.TURN)).contains("partner-1@sample-distributor.example");
    }

    @Test
    void r5_6_an_email_written_after_the_correction_needs_none_when_it_proves_delivered() {
        company.reps(1);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();
        company.plan(id);
        correct(id);
        company.mailbox.silent(true);
        later();
        company.mailbox.silent(false);

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
    }

    @Test
    void r5_6_only_the_rep_with_the_earlier_text_is_told() {
        PlacementId id = unconfirmed();
        correct(id);
        later();
        company.reps(2);
        company.work();
        company.deliver(Company.ping(id, "rep-002"), company.now());
        assertThat(company.mailbox.to("rep-002@sample-medtech.example")).hasSize(1);

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.CORRECTION)).containsExactly(REP);
    }

    @Test
    void r5_6_a_late_proof_after_a_retraction_sends_only_the_retraction() {
        PlacementId id = unconfirmed();
        correct(id);
        changed(change.turn(id, "red", null, "legal asked", Company.PR));
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        later();

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.RETRACTION)).containsExactly(REP);
        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
    }

    @Test
    void r5_6_sequence_owners_are_not_asked_again_because_of_a_late_proof() {
        PlacementId id = unconfirmed(mapped("green"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        later();
        List<String> before = scenario.mailed(MailKind.SEQUENCE_REMOVAL);

        assertThat(before).hasSize(1);

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).isEqualTo(before);
    }

    @Test
    void r5_5_a_late_proof_sends_nothing_to_distributors_who_joined_since() {
        PlacementId id = unconfirmed();
        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        company.runUntil(ChangeScenario.D.plus(Duration.ofHours(1)));
        scenario.withDistributors();

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.TURN)).containsExactly(REP);
        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1)).isEmpty();
    }

    @Test
    void r2_1_a_late_proof_asks_no_sequence_owner() {
        PlacementId id = unconfirmed(mapped("amber"));
        company.put(ListName.RULES);
        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        later();
        List<String> before = scenario.mailed(MailKind.SEQUENCE_TASK);
        company.put(
                ListName.RULES,
                Company.row("id", "bylines", "format", "byline", "sequence", "health-system")
                        .with("stage", "awareness"));

        prove(id, "rep-001");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEqualTo(before);
    }

    /// A ping that was tried twice without an answer from the mail system.
    private PlacementId unconfirmed() {
        return unconfirmed(Samples.submission());
    }

    private PlacementId unconfirmed(Submission submission) {
        company.reps(1);
        company.mailbox.silent(true);
        PlacementId id = company.distribute(submission).id();
        company.runUntil(company.now().plus(Duration.ofMinutes(20)));
        company.mailbox.silent(false);
        assertThat(company.mailbox.to(REP)).hasSize(2);
        return id;
    }

    private void correct(PlacementId id) {
        correct(id, "The right one");
    }

    private void correct(PlacementId id, String headline) {
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", headline), null, null, "not " + headline),
                        Company.PR));
    }

    /// After both grace periods.
    private void later() {
        company.runUntil(company.now().plus(Duration.ofHours(1)));
    }

    private void prove(PlacementId id, String rep) {
        prove(id, Company.ping(id, rep));
    }

    private void prove(PlacementId id, DeliveryId ping) {
        assertThat(company.find(id).changes().pending()).isEmpty();
        company.deliver(ping, company.now());
        later();
    }
}
