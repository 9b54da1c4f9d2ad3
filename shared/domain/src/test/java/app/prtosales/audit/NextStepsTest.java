package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.NextStep.Owner;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Recorded;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The next step for a placement with a No in the audit: the one that the others depend on.
class NextStepsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    private PlacementId distributed(String forwardability) {
        company.reps(1);
        return company.distribute(
                        new SubmissionBuilder(Samples.submission())
                                .forwardability(forwardability)
                                .build())
                .id();
    }

    private Optional<NextStep> next(PlacementId id) {
        Directory lists =
                company.directory.with(
                        Set.of(
                                ListName.SEQUENCES,
                                ListName.ACCOUNTS,
                                ListName.RULES,
                                ListName.SEGMENTS));
        Placement placement = company.find(id);
        Recorded recorded =
                company.responses.aboutAll(List.of(placement)).getOrDefault(id, Recorded.NOTHING);
        PlacementAnswers audit =
                AnswerQuestions.audit(
                        placement,
                        company.reached(id),
                        recorded.responses(),
                        new AnswerQuestions.Lists(lists),
                        recorded.acknowledged());
        return new NextSteps(lists, company.now()).of(placement, audit, recorded.responses());
    }

    private void inTheSequence(PlacementId id) {
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "awareness"));
    }

    @Test
    void pr_decides_whether_a_placement_in_review_may_be_forwarded() {
        assertThat(next(distributed("amber"))).map(NextStep::owner).contains(Owner.PR_OWNER);
    }

    /// A placement that a rule maps to the CFO sequence.
    private PlacementId mapped() {
        company.put(
                ListName.RULES,
                Company.row(
                        "id", "anything",
                        "format", Samples.waystar().format().word(),
                        "sequence", "cfo",
                        "stage", "awareness"));
        return distributed("green");
    }

    @Test
    void the_owner_of_the_suggested_sequence_adds_a_green_placement() {
        assertThat(next(mapped()))
                .contains(
                        new NextStep(
                                Owner.SEQUENCE_OWNER,
                                "CFO sequence",
                                "Add it at stage “awareness”, then confirm from the email."));
    }

    @Test
    void without_a_matching_rule_the_owner_of_rule_2_chooses_a_sequence() {
        company.put(ListName.RULES);

        assertThat(next(distributed("green")))
                .hasValueSatisfying(step -> {
                    assertThat(step.owner()).isEqualTo(Owner.RULE_2_OWNER);
                    assertThat(step.step()).contains("Choose a sequence");
                });
    }

    @Test
    void once_a_sequence_is_chosen_its_owner_is_next() {
        company.put(ListName.RULES);
        PlacementId id = distributed("green");
        company.changePlacement.choose(id, "cfo", "awareness", "finance asks", Company.PR);

        assertThat(next(id)).map(NextStep::owner).contains(Owner.SEQUENCE_OWNER);
    }

    @Test
    void after_the_owner_declines_the_owner_of_rule_2_chooses_another_sequence() {
        PlacementId id = mapped();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"),
                Map.of("stage", "~not-here", "reason", "not for finance"));

        assertThat(next(id))
                .hasValueSatisfying(step -> {
                    assertThat(step.owner()).isEqualTo(Owner.RULE_2_OWNER);
                    assertThat(step.step()).contains("doesn’t fit");
                });
    }

    @Test
    void after_the_owner_names_another_sequence_its_owner_is_next() {
        PlacementId id = mapped();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"),
                Map.of("stage", "~not-here", "reason", "not here", "elsewhere", "health-system"));

        assertThat(next(id)).map(NextStep::sequence).contains("Health system sequence");
    }

    @Test
    void r2_4_the_owner_of_a_paused_sequence_resumes_it() {
        PlacementId id = distributed("green");
        inTheSequence(id);
        company.pauseTheCfoSequence();

        assertThat(next(id))
                .map(NextStep::step)
                .hasValueSatisfying(step -> assertThat(step).startsWith("Restart the sequence"));
    }

    @Test
    void a_placement_in_a_sequence_waits_for_a_deal() {
        PlacementId id = distributed("green");
        inTheSequence(id);

        assertThat(next(id)).map(NextStep::owner).contains(Owner.RULE_3_OWNER);
    }

    @Test
    void r5_3_for_an_expired_placement_pr_decides_whether_it_is_still_true() {
        PlacementId id = distributed("green");
        company.goTo(company.find(id).expiresAt());

        assertThat(next(id))
                .hasValueSatisfying(step -> {
                    assertThat(step.owner()).isEqualTo(Owner.PR_OWNER);
                    assertThat(step.step()).contains("has expired");
                });
    }

    @Test
    void r5_6_a_retracted_placement_has_no_next_step() {
        PlacementId id = distributed("green");
        company.changePlacement.retract(id, "a false figure", Company.PR);

        assertThat(next(id)).isEmpty();
    }

    @Test
    void r5_3_pr_is_next_for_an_expired_placement_even_if_only_one_answer_is_no() {
        PlacementId id = distributed("green");
        company.goTo(company.find(id).expiresAt());

        assertThat(next(id, Answer.YES, Answer.NO, Answer.YES))
                .map(NextStep::owner)
                .contains(Owner.PR_OWNER);
        assertThat(next(id, Answer.YES, Answer.YES, Answer.NO))
                .map(NextStep::owner)
                .contains(Owner.PR_OWNER);
        assertThat(next(id, Answer.YES, Answer.YES, Answer.YES)).isEmpty();
    }

    @Test
    void r5_5_pr_is_next_for_a_placement_in_review_even_if_only_one_answer_is_no() {
        PlacementId id = distributed("amber");

        assertThat(next(id, Answer.YES, Answer.NO, Answer.EXEMPT))
                .map(NextStep::owner)
                .contains(Owner.PR_OWNER);
        assertThat(next(id, Answer.YES, Answer.EXEMPT, Answer.NO))
                .map(NextStep::owner)
                .contains(Owner.PR_OWNER);
        assertThat(next(id, Answer.YES, Answer.EXEMPT, Answer.EXEMPT)).isEmpty();
    }

    @Test
    void the_reps_to_ask_are_described_by_their_segments() {
        PlacementId id = distributed("green");

        assertThat(next(id, Answer.YES, Answer.YES, Answer.NO))
                .map(NextStep::step)
                .contains(
                        "Ask the reps with target accounts in Health systems to use it and tell us where.");
    }

    @Test
    void r2_4_a_rule_whose_sequence_is_paused_is_not_called_missing() {
        PlacementId id = mapped();
        company.sequences("cfo", "paused", "health-system", "active");

        assertThat(next(id))
                .map(NextStep::step)
                .contains("It’s paused. Restart it, or choose another sequence.");
    }

    @Test
    void r2_4_while_in_review_the_paused_sequence_of_a_rule_is_known_too() {
        PlacementId id = mapped();
        company.changePlacement.turn(id, "amber", null, "legal asked", Company.PR);
        assertThat(company.showPlacement.show(id).orElseThrow().inactiveSequence()).isNull();

        company.sequences("cfo", "paused", "health-system", "active");

        assertThat(company.showPlacement.show(id).orElseThrow().inactiveSequence())
                .isEqualTo(
                        new NextStep(
                                Owner.SEQUENCE_OWNER,
                                "Name of cfo",
                                "It’s paused. Restart it, or choose another sequence."));
    }

    @Test
    void r1_10_for_a_missed_deadline_alone_the_next_step_depends_on_the_cause() {
        PlacementId id = distributed("green");

        assertThat(late(id, Cause.LATE_INTAKE))
                .contains(
                        new NextStep(
                                Owner.RULE_1_OWNER,
                                "",
                                "Submit the next one on the day it’s published."));
        assertThat(late(id, Cause.HELD))
                .contains(
                        new NextStep(
                                Owner.OPS,
                                "",
                                "Emails were stopped. Fix the list of reps before they resume."));
        assertThat(late(id, Cause.DELIVERY))
                .contains(
                        new NextStep(
                                Owner.OPS,
                                "",
                                "Fix the email addresses of the reps who weren’t reached."));
        assertThat(late(id, Cause.SYSTEM))
                .contains(new NextStep(Owner.OPS, "", "Find out why the emails went out late."));
        assertThat(next(id, Answer.YES, Answer.YES, Answer.YES)).isEmpty();
    }

    @Test
    void r1_12_addresses_come_before_a_sequence_if_no_rep_got_it() {
        PlacementId id = mapped();

        assertThat(after(id, Answered.notDelivered(1, 0)))
                .map(NextStep::step)
                .contains("Fix the email addresses of the reps who weren’t reached.");
        assertThat(after(id, Answered.notDelivered(1, 1)))
                .map(NextStep::owner)
                .contains(Owner.SEQUENCE_OWNER);
    }

    @Test
    void r1_10_no_address_is_to_be_fixed_if_everybody_was_reached_or_nobody_was_there() {
        PlacementId id = distributed("green");

        assertThat(after(id, Answered.reachedLate(1)))
                .contains(
                        new NextStep(
                                Owner.OPS,
                                "",
                                "Find out why the mail servers of some reps took so long to accept the emails."));
        company.put(ListName.REPS);
        assertThat(after(id, Answered.nobodyThere(1)))
                .contains(
                        new NextStep(
                                Owner.OPS,
                                "",
                                "Upload the list of reps again. It had no active employees."));
    }

    @Test
    void r1_10_the_list_of_reps_is_not_to_be_uploaded_again_once_it_has_active_reps() {
        PlacementId id = mapped();

        assertThat(after(id, Answered.nobodyThere(1))).isEmpty();
        assertThat(after(id, Answered.leakingWithNobodyThere(1)))
                .map(NextStep::owner)
                .contains(Owner.SEQUENCE_OWNER);

        company.put(ListName.REPS);
        assertThat(after(id, Answered.leakingWithNobodyThere(1)))
                .map(NextStep::owner)
                .contains(Owner.OPS);
    }

    private Optional<NextStep> late(PlacementId id, Cause cause) {
        return after(id, Answered.missed(1, cause));
    }

    private Optional<NextStep> after(PlacementId id, PlacementAnswers audit) {
        return new NextSteps(company.directory, company.now())
                .of(company.find(id), audit, List.of());
    }

    private Optional<NextStep> next(PlacementId id, Answer reached, Answer sequence, Answer deal) {
        return new NextSteps(company.directory, company.now())
                .of(company.find(id), Answered.answered(1, reached, sequence, deal), List.of());
    }
}
