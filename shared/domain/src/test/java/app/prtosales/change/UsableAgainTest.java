package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.OwnerScenario.AWARENESS;
import static app.prtosales.change.OwnerScenario.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.audit.FindSequenceGaps;
import app.prtosales.audit.Finding;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.FormFields;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response;
import app.prtosales.sequence.SequenceTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A story that could not be used for a while and can be used again: what its sequence owners hear,
/// and what their earlier answers are worth (R2.2, R2.4, R5.3, R5.5).
class UsableAgainTest {

    private final OwnerScenario owner = new OwnerScenario();
    private final ChangeScenario scenario = owner.scenario;
    private final Company company = owner.company;

    @Test
    void r2_2_r2_4_an_owner_who_was_asked_to_take_it_out_is_asked_again_when_it_is_green_again() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "red");

        owner.turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.ASKED);
    }

    @Test
    void r2_4_a_confirmation_from_before_is_not_a_yes_and_says_when_it_ended() {
        PlacementId id = owner.confirmed();
        Instant amber = owner.turn(id, "amber");

        owner.turn(id, "green");

        assertThat(owner.finding(id))
                .isEqualTo(
                        new Finding(
                                Answer.NO,
                                "it couldn’t be used for a while, and the owner of Health system sequence hasn’t confirmed it since; it counted until then",
                                amber));
    }

    @Test
    void r2_2_the_same_stage_confirmed_again_is_a_yes() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        owner.turn(id, "green");

        assertThat(owner.answer(id, AWARENESS)).isInstanceOf(Outcome.Recorded.class);
        assertThat(owner.answer(id, AWARENESS)).isInstanceOf(Outcome.AlreadyRecorded.class);

        assertThat(owner.finding(id).answer()).isEqualTo(Answer.YES);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.CONFIRMED);
    }

    @Test
    void r2_2_the_owner_is_asked_for_the_stage_that_was_confirmed() {
        PlacementId id = owner.distributed();
        owner.answer(id, Map.of("stage", "consideration"));
        owner.turn(id, "amber");

        owner.turn(id, "green");

        assertThat(company.mailbox.to(OWNER).getLast().text()).isEqualTo("consideration");
    }

    @Test
    void r2_6_an_owner_who_does_not_confirm_again_is_reminded_and_then_the_rules_owner_is_asked() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        owner.turn(id, "green");

        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).containsExactly(Company.OPS);
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r2_6_an_owner_who_is_asked_again_late_has_two_days_before_it_is_handed_over() {
        owner.distributed();
        company.runUntil(company.now().plus(Duration.ofDays(1)));
        company.sequences("health-system", "paused");
        company.runUntil(company.now().plus(Duration.ofDays(9)));
        company.sequences("health-system", "active");
        company.run(new Errand.RulesChanged());
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        company.runUntil(company.now().plus(Duration.ofDays(2)).plusSeconds(60));
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
    }

    @Test
    void r2_4_an_owner_whose_sequence_is_paused_is_asked_again_once_it_runs() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        company.sequences("health-system", "paused");
        owner.turn(id, "green");
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);

        company.sequences("health-system", "active");
        company.run(new Errand.RulesChanged());
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(2);
    }

    @Test
    void r5_6_the_new_request_contains_what_was_corrected_in_the_meantime() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        owner.correct(id, Map.of("headline", "Better"));

        owner.turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
        assertThat(owner.task(id, 3).placementVersion())
                .isEqualTo(company.find(id).changes().turns().getLast().version());
    }

    @Test
    void r5_6_a_correction_and_green_at_once_are_one_email_to_the_owner() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        owner.correct(id, Map.of("headline", "Better", "forwardability", "green"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void r5_5_an_owner_who_has_not_answered_is_told_once_not_to_add_it() {
        PlacementId id = owner.distributed();

        owner.turn(id, "amber");
        owner.turn(id, "red");
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        assertThat(company.mailbox.to(OWNER).getLast().text()).isEmpty();
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_an_owner_who_was_told_not_to_add_it_is_asked_again_when_it_is_green_again() {
        PlacementId id = owner.distributed();
        owner.turn(id, "amber");

        owner.turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
    }

    @Test
    void i9_requests_that_could_not_go_out_in_time_go_out_once_and_only_if_they_still_hold() {
        PlacementId id = owner.distributed();
        company.mailbox.down(true);
        company.advance(Duration.ofMinutes(1));
        changed(scenario.change.turn(id, "amber", null, "in review", Company.PR));
        company.followUp(id);
        company.advance(Duration.ofMinutes(1));
        changed(scenario.change.turn(id, "green", null, "cleared", Company.PR));
        company.followUp(id);

        company.mailbox.down(false);
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        company.followUp(id);
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).isEmpty();
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_an_owner_who_declined_gets_no_more_emails_about_it() {
        PlacementId id = owner.distributed();
        owner.answer(id, Map.of("stage", FormFields.NOT_HERE, "reason", "We have two of these."));

        owner.turn(id, "amber");
        owner.turn(id, "green");
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).isEmpty();
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.DECLINED);
    }

    @Test
    void r5_5_an_owner_who_removed_it_and_was_asked_again_is_told_not_to_add_it() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        owner.takeOut(id);
        owner.turn(id, "green");

        owner.turn(id, "red");

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER, OWNER);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.ASKED);
        assertThat(said(id)).as("an old answer, shown as if it still held").isNull();
        owner.takeOut(id);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.REMOVED);
        assertThat(said(id)).isNotNull();
    }

    private Response.@Nullable Removed said(PlacementId id) {
        String link = company.token(Purpose.REMOVAL, id, "health-system");
        return ((Opened.ToRemove) company.recordResponse.open(link)).said();
    }

    @Test
    void r5_5_an_owner_who_added_it_can_confirm_with_the_earlier_link_that_it_is_out() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");

        assertThat(out(id)).isInstanceOf(Outcome.Recorded.class);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.REMOVED);
        assertThat(out(id)).isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void r2_2_an_owner_whose_page_was_opened_before_it_turned_amber_can_still_save_the_stage() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");

        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.SEQUENCE, id, "health-system"),
                                Map.of("stage", FormFields.NOT_HERE, "reason", "Never added.")))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private Outcome out(PlacementId id) {
        return company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"),
                Map.of(FormFields.CHOICE, FormFields.REMOVED));
    }

    @Test
    void r5_5_an_owner_who_may_still_have_it_is_asked_each_time_to_take_it_out() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        owner.turn(id, "green");

        owner.turn(id, "red");

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER, OWNER);
        assertThat(company.mailbox.to(OWNER).getLast().text()).isEqualTo("awareness");
    }

    @Test
    void r5_5_a_color_changed_before_anybody_was_asked_starts_no_new_request() {
        company.reps(2);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(mapped("green"))).placement().id();
        changed(scenario.change.turn(id, "amber", null, "a slip", Company.PR));
        changed(scenario.change.turn(id, "green", null, "green", Company.PR));
        company.advance(Duration.ofMinutes(1));
        company.plan(id);
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(owner.task(id, 1).acceptedAt()).isNotNull();
    }

    @Test
    void
            r5_3_r5_5_an_expired_story_that_turned_amber_is_asked_about_once_it_is_renewed_and_green() {
        PlacementId id = owner.confirmed();
        Instant end = company.find(id).expiresAt();
        company.runUntil(end.plus(Duration.ofHours(1)));
        owner.turn(id, "amber");
        owner.renew(id);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);

        owner.turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(owner.finding(id).at()).isEqualTo(end);
    }

    @Test
    void r2_4_no_sequence_counts_a_placement_that_was_not_confirmed_again() {
        PlacementId id = owner.confirmed();
        owner.turn(id, "amber");
        assertThat(holding().ended()).hasSize(1);

        owner.turn(id, "green");

        assertThat(holding().counting()).isZero();
        assertThat(holding().carried()).isEmpty();
        assertThat(holding().ended()).isEmpty();
    }

    private FindSequenceGaps.Holding holding() {
        return new FindSequenceGaps(
                        company.placements, company.responses, company.directory, company::now)
                .find().sequences().stream()
                        .filter(each -> each.sequence().value().equals("health-system"))
                        .findFirst()
                        .orElseThrow();
    }
}
