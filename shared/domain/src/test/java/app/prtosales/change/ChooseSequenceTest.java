package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.ChangeScenario.submission;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.FormFields;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.sequence.SequenceTask;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R2.1, R2.2: if no rule matches, a person can choose a sequence, and its owner is asked.
class ChooseSequenceTest {

    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";
    private static final String OWNER = "hs-owner@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;

    @BeforeEach
    void a_team() {
        company.reps(2);
    }

    /// A placement that no mapping rule matches.
    private PlacementId unmapped(String forwardability) {
        return distributed("2026-06-24T09:00", "positive", forwardability);
    }

    private PlacementId distributed(String publishedAt, String tone, String forwardability) {
        PlacementId id =
                company.distribute(submission(publishedAt, "bed mattresses", tone, forwardability))
                        .id();
        company.deliverAll(id);
        return id;
    }

    private ChangeOutcome choose(PlacementId id, String sequence, String stage) {
        ChangeOutcome outcome =
                company.changePlacement.choose(id, sequence, stage, "finance asks", Company.PR);
        company.work();
        return outcome;
    }

    private List<SequenceTask> tasks(PlacementId id) {
        return company.showPlacement.show(id).orElseThrow().suggestions();
    }

    private void cfoSequence(String status, String stages) {
        company.put(
                ListName.SEQUENCES,
                sequence("cfo", CFO_OWNER, status, stages),
                sequence("health-system", OWNER, "active", "awareness;consideration"));
    }

    private static Row sequence(String id, String owner, String status, String stages) {
        return Company.row(
                "id",
                id,
                "name",
                id.equals("cfo") ? "CFO sequence" : "Health system sequence",
                "owner",
                "Sample Owner",
                "ownerEmail",
                owner,
                "status",
                status,
                "stages",
                stages);
    }

    @Test
    void the_chosen_sequences_owner_is_asked_at_once_with_the_person_and_the_reason() {
        PlacementId id = unmapped("green");
        assertThat(tasks(id)).isEmpty();

        changed(choose(id, "cfo", "awareness"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
        assertThat(company.mailbox.mails.getLast().text())
                .isEqualTo("awareness: pr@sample-medtech.example chose it: “finance asks”");
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.ASKED);
        assertThat(scenario.history(id))
                .contains("chose the sequence CFO sequence, stage awareness");
        assertThat(scenario.reasons(id)).contains("finance asks");
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void an_owner_who_does_not_answer_is_asked_again_and_then_the_rules_owner() {
        PlacementId id = unmapped("green");
        changed(choose(id, "cfo", "awareness"));

        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER, CFO_OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
    }

    @Test
    void r2_6_an_owner_chosen_long_after_the_pings_is_asked_again_too() {
        PlacementId id = unmapped("green");
        company.runUntil(company.now().plus(Duration.ofDays(10)));

        changed(choose(id, "cfo", "awareness"));
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER, CFO_OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
    }

    @Test
    void r4_8_the_owner_chosen_for_a_backfill_is_asked_at_once() {
        PlacementId id = pastCoverage();

        ChangeOutcome.Changed outcome = (ChangeOutcome.Changed) choose(id, "cfo", "awareness");

        assertThat(outcome.warnings()).isEmpty();
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
    }

    private PlacementId pastCoverage() {
        Submission past =
                new SubmissionBuilder(
                                submission(
                                        "2026-06-01T09:00", "bed mattresses", "positive", "green"))
                        .backfill(true)
                        .build();
        return ((SubmitOutcome.Accepted) company.submit(past)).placement().id();
    }

    @Test
    void choosing_twice_makes_one_choice_and_one_email() {
        PlacementId id = unmapped("green");
        changed(choose(id, "cfo", "awareness"));

        assertUnchanged(choose(id, "cfo", "awareness"));

        assertThat(conflict(choose(id, "cfo", "consideration")))
                .contains("already asked the owner");
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
        assertThat(company.find(id).changes().choices()).hasSize(1);
    }

    @Test
    void a_choice_made_while_amber_is_kept_and_the_owner_is_asked_once_it_is_green() {
        PlacementId id = unmapped("amber");

        ChangeOutcome.Changed outcome = (ChangeOutcome.Changed) choose(id, "cfo", "awareness");
        changed(choose(id, "cfo", "consideration"));

        assertThat(outcome.warnings())
                .extracting(FieldError::message)
                .singleElement()
                .asString()
                .contains("ask Sample Owner, owner of “CFO sequence”, once it’s Green");
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();
        changed(company.changePlacement.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
        assertThat(tasks(id).getFirst().suggestion().stage()).isEqualTo("consideration");
    }

    @Test
    void a_choice_made_under_embargo_reaches_the_owner_with_the_pings_and_not_before() {
        PlacementId id =
                company.distribute(
                                submission(
                                        "2026-06-25T09:00", "bed mattresses", "positive", "green"))
                        .id();

        ChangeOutcome.Changed outcome = (ChangeOutcome.Changed) choose(id, "cfo", "awareness");
        assertThat(outcome.warnings())
                .extracting(FieldError::message)
                .singleElement()
                .asString()
                .endsWith("once the emails are out");
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();

        company.runUntil(company.find(id).publication().at().plus(Duration.ofMinutes(5)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
    }

    @Test
    void an_unknown_sequence_and_an_unknown_stage_are_refused_at_the_field() {
        PlacementId id = unmapped("green");

        assertThat(errors(choose(id, "nowhere", "awareness")))
                .extracting(FieldError::field)
                .containsExactly("sequence");
        assertThat(errors(choose(id, "cfo", "nowhere")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("stage");
                    assertThat(error.message()).contains("awareness").contains("CFO sequence");
                });
        assertThat(errors(company.changePlacement.choose(id, null, null, null, Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("sequence", "stage", "reason");
    }

    @Test
    void an_inactive_sequence_is_refused_at_the_field() {
        PlacementId id = unmapped("green");
        for (String status : List.of("paused", "archived")) {
            cfoSequence(status, "awareness");
            assertThat(errors(choose(id, "cfo", "awareness")))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.field()).isEqualTo("sequence");
                        assertThat(error.message()).contains(status);
                    });
        }
    }

    @Test
    void a_sequence_without_a_stage_is_refused_at_the_field() {
        PlacementId id = unmapped("green");
        cfoSequence("active", ";");

        assertThat(errors(choose(id, "cfo", "awareness")))
                .containsExactly(
                        new FieldError(
                                "sequence", "“CFO sequence” has no stages yet. Add one first"));
    }

    @Test
    void a_placement_not_allowed_in_a_sequence_is_refused_with_a_reason() {
        PlacementId id = unmapped("green");
        changed(company.changePlacement.turn(id, "red", null, "legal", Company.PR));
        assertThat(conflict(choose(id, "cfo", "awareness"))).contains("Red");
        changed(company.changePlacement.turn(id, "green", null, "cleared", Company.PR));
        changed(
                company.changePlacement.exempt(
                        id, "inActiveSequence", "an award", null, Company.PR));
        assertThat(conflict(choose(id, "cfo", "awareness"))).contains("exempt").contains("award");
        changed(company.changePlacement.retract(id, "not ours", Company.PR));
        assertThat(conflict(choose(id, "cfo", "awareness"))).contains("retracted");
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();
    }

    @Test
    void no_sequence_can_be_chosen_for_negative_coverage() {
        PlacementId id = distributed("2026-06-24T09:00", "negative", "amber");

        assertThat(conflict(choose(id, "cfo", "awareness"))).contains("negative coverage");
    }

    @Test
    void an_ended_shelf_life_has_to_be_renewed_first() {
        PlacementId id = unmapped("green");
        company.runUntil(company.find(id).expiresAt().plus(Duration.ofHours(1)));

        assertThat(conflict(choose(id, "cfo", "awareness"))).contains("expired");
    }

    @Test
    void an_owner_already_asked_because_of_a_rule_is_not_asked_again() {
        PlacementId id = company.distribute(mapped("green")).id();

        assertThat(conflict(choose(id, "health-system", "consideration")))
                .contains("Health system sequence")
                .contains("already");
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
    }

    @Test
    void a_choice_is_refused_with_the_owners_earlier_answer() {
        PlacementId id = unmapped("green");
        changed(choose(id, "cfo", "awareness"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "consideration"));
        changed(choose(id, "health-system", "awareness"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"),
                Map.of("stage", FormFields.NOT_HERE, "reason", "too technical"));

        assertThat(conflict(choose(id, "cfo", "consideration"))).contains("consideration");
        assertThat(conflict(choose(id, "health-system", "consideration")))
                .contains("doesn’t fit")
                .contains("too technical");
    }

    @Test
    void
            a_chosen_sequence_paused_later_causes_no_task_and_the_first_stage_replaces_a_removed_one() {
        PlacementId id = unmapped("amber");
        changed(choose(id, "cfo", "awareness"));

        cfoSequence("paused", "awareness");
        assertThat(tasks(id)).isEmpty();
        cfoSequence("active", "evaluation;decision");
        assertThat(tasks(id).getFirst().suggestion().stage()).isEqualTo("evaluation");
    }
}
