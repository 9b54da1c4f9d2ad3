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
import app.prtosales.samples.SubmissionLike;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What has to happen next with a placement that leaks: the first thing that the others wait for.
class NextStepsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    private PlacementId distributed(String forwardability) {
        company.reps(1);
        return company.distribute(
                        new SubmissionLike(Samples.submission())
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
    void of_one_in_review_pr_says_whether_it_may_be_forwarded() {
        assertThat(next(distributed("amber"))).map(NextStep::owner).contains(Owner.PR_OWNER);
    }

    /// A rule says that it belongs into the CFO sequence.
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
    void a_green_one_is_added_by_the_owner_of_the_sequence_that_the_rules_suggest() {
        assertThat(next(mapped()))
                .contains(
                        new NextStep(
                                Owner.SEQUENCE_OWNER,
                                "CFO sequence",
                                "Add it at stage “awareness”, then confirm from the email."));
    }

    @Test
    void without_a_rule_that_fits_the_owner_of_rule_2_chooses_a_sequence() {
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
    void where_its_owner_declined_it_the_owner_of_rule_2_chooses_another() {
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
    void where_its_owner_says_that_it_belongs_elsewhere_that_owner_is_next() {
        PlacementId id = mapped();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"),
                Map.of("stage", "~not-here", "reason", "not here", "elsewhere", "health-system"));

        assertThat(next(id)).map(NextStep::sequence).contains("Health system sequence");
    }

    @Test
    void r2_4_the_owner_of_a_sequence_that_was_paused_starts_it_again() {
        PlacementId id = distributed("green");
        inTheSequence(id);
        company.pauseTheCfoSequence();

        assertThat(next(id))
                .map(NextStep::step)
                .hasValueSatisfying(step -> assertThat(step).startsWith("Restart the sequence"));
    }

    @Test
    void what_is_in_a_sequence_waits_for_a_deal() {
        PlacementId id = distributed("green");
        inTheSequence(id);

        assertThat(next(id)).map(NextStep::owner).contains(Owner.RULE_3_OWNER);
    }

    @Test
    void r5_3_nobody_is_asked_to_place_what_has_ended_but_pr_whether_it_is_still_true() {
        PlacementId id = distributed("green");
        company.goTo(company.find(id).expiresAt());

        assertThat(next(id))
                .hasValueSatisfying(step -> {
                    assertThat(step.owner()).isEqualTo(Owner.PR_OWNER);
                    assertThat(step.step()).contains("has expired");
                });
    }

    @Test
    void r5_6_nothing_has_to_happen_with_what_was_taken_back() {
        PlacementId id = distributed("green");
        company.changePlacement.retract(id, "a false figure", Company.PR);

        assertThat(next(id)).isEmpty();
    }

    @Test
    void r5_3_an_expired_one_is_prs_where_it_is_only_unplaced_or_only_unused() {
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
    void r5_5_one_in_review_is_prs_where_it_is_only_unplaced_or_only_unused() {
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
    void the_reps_to_ask_are_named_by_their_segments() {
        PlacementId id = distributed("green");

        assertThat(next(id, Answer.YES, Answer.YES, Answer.NO))
                .map(NextStep::step)
                .contains(
                        "Ask the reps with target accounts in Health systems to use it and tell us where.");
    }

    @Test
    void r1_10_what_was_placed_and_used_and_was_late_is_mended_by_its_cause() {
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

    private Optional<NextStep> late(PlacementId id, Cause cause) {
        return new NextSteps(company.directory, company.now())
                .of(company.find(id), Answered.missed(1, cause), List.of());
    }

    private Optional<NextStep> next(PlacementId id, Answer reached, Answer sequence, Answer deal) {
        return new NextSteps(company.directory, company.now())
                .of(company.find(id), Answered.answered(1, reached, sequence, deal), List.of());
    }
}
