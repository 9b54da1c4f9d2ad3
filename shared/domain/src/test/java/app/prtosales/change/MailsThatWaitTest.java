package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.ChangeScenario.submission;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.Format;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An email required by a change that could not be sent goes out later, whoever the recipient is:
/// the change stays pending until its last email is out.
class MailsThatWaitTest {

    private static final String OWNER = "hs-owner@sample-medtech.example";
    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";
    private static final String REP = "rep-002@sample-medtech.example";
    private static final Instant END = P.plus(Format.BYLINE.shelfLife());
    private static final NotifyOfChanges.Outcome WAITS = new NotifyOfChanges.Outcome(0, 1);

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_6_an_unsent_email_about_a_correction_reaches_a_sequence_owner_later() {
        PlacementId id = distributed(mapped("green"));
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(Map.of("headline", "Better"), null, null, "typo"),
                        Company.PR));

        onlyRepsAreReached(id);
        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).containsExactly(OWNER);
        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(2);
    }

    @Test
    void r5_6_an_unsent_email_about_a_retraction_reaches_a_sequence_owner_later() {
        PlacementId id = distributed(mapped("green"));
        changed(change.retract(id, "a false figure", Company.PR));

        onlyRepsAreReached(id);
        assertThat(scenario.mailed(MailKind.RETRACTION)).hasSize(2);

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r5_5_a_sequence_owner_is_asked_later_to_take_out_a_placement_turned_amber() {
        PlacementId id = inSequence();
        changed(change.turn(id, "amber", null, "legal asked", Company.PR));

        onlyRepsAreReached(id);

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r5_5_a_sequence_owner_is_asked_later_about_a_placement_turned_green() {
        PlacementId id = distributed(mapped("amber"));
        changed(change.turn(id, "green", null, "cleared", Company.PR));

        onlyRepsAreReached(id);

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
    }

    @Test
    void r2_1_the_owner_of_a_chosen_sequence_is_asked_later() {
        PlacementId id =
                distributed(submission("2026-06-24T09:00", "bed mattresses", "positive", "green"));
        changed(change.choose(id, "cfo", "awareness", "finance asks", Company.PR));

        onlyRepsAreReached(id);

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
    }

    @Test
    void r5_3_without_a_pr_owner_ops_is_asked_later_whether_it_is_still_true() {
        PlacementId id = inSequence();
        tickAt(END.minus(Duration.ofDays(14)));

        onlyRepsAreReached(id);

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.STILL_TRUE)).containsExactly(Company.OPS);
    }

    @Test
    void r5_3_a_sequence_owner_is_asked_later_to_take_out_an_ended_placement() {
        PlacementId id = inSequence();
        tickAt(END);

        onlyRepsAreReached(id);

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r5_5_a_lost_distributors_ping_goes_out_later() {
        scenario.withDistributors();
        PlacementId id = settled(mapped("amber"));
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.workOnce();
        company.queue.messages.removeIf(
                message -> message.mailing().equals(Mailing.DISTRIBUTOR_PINGS));
        company.workOnce();
        assertThat(scenario.mailed(MailKind.TURN)).hasSize(3);

        assertThat(company.followUp(id)).isEqualTo(WAITS);
        company.queue.messages.clear();

        assertNothingWaitsLater(id);
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
    }

    @Test
    void r1_12_a_lost_resend_goes_out_later() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.bounce(Company.ping(id, "rep-002"), company.now());
        company.addressesWorkAgain();
        company.work();
        changed(change.resend(id, "fixed", Company.PR));
        company.workOnce();
        company.queue.messages.clear();

        assertThat(company.followUp(id)).isEqualTo(WAITS);
        company.queue.messages.clear();

        assertNothingWaitsLater(id);
        assertThat(company.mailbox.to(REP)).hasSize(2);
    }

    /// Two reps have received the placement, and a sequence owner has added it.
    private PlacementId inSequence() {
        PlacementId id = distributed(mapped("green"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));
        company.work();
        return id;
    }

    private PlacementId distributed(Submission submission) {
        company.reps(2);
        return settled(submission);
    }

    /// So long after the pings that nothing watches them anymore.
    private PlacementId settled(Submission submission) {
        PlacementId id = company.distribute(submission).id();
        company.deliverAll(id);
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        return id;
    }

    private void tickAt(Instant time) {
        company.runUntil(time.minusSeconds(1));
        company.goTo(time);
        company.tick();
    }

    /// The mail system works for the emails to reps and is down for all others.
    private void onlyRepsAreReached(PlacementId id) {
        company.mailbox.down(true);
        company.workOnce();
        company.mailbox.down(false);
        company.workOnce();
        company.mailbox.down(true);
        assertThat(company.followUp(id)).isEqualTo(WAITS);
        company.mailbox.down(false);
    }

    private void assertNothingWaitsLater(PlacementId id) {
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        assertThat(company.find(id).changes().pending()).isEmpty();
    }
}
