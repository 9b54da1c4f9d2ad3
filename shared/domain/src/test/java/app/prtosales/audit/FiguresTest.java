package app.prtosales.audit;

import static app.prtosales.audit.Answer.EXEMPT;
import static app.prtosales.audit.Answer.NO;
import static app.prtosales.audit.Answer.PENDING;
import static app.prtosales.audit.Answer.YES;
import static app.prtosales.audit.Answered.answered;
import static app.prtosales.audit.Answered.judged;
import static app.prtosales.audit.Answered.missed;
import static app.prtosales.audit.Answered.nobodyThere;
import static app.prtosales.audit.Answered.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.Segment;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Status;
import app.prtosales.samples.Samples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R4.1, R4.2: how the answers about placements add up to the figures of a week.
class FiguresTest {

    @Test
    void a_week_is_empty_if_nothing_is_judged_pending_or_late() {
        List<PlacementAnswers> one = List.of(answered(1, YES, YES, YES));
        List<PlacementAnswers> none = List.of();

        assertThat(judged().isEmpty()).isTrue();
        assertThat(week(Samples.WEDNESDAY, one, none, none, InPlay.NOTHING).isEmpty()).isFalse();
        assertThat(week(Samples.WEDNESDAY, none, one, none, InPlay.NOTHING).isEmpty()).isFalse();
        assertThat(week(Samples.WEDNESDAY, none, none, one, InPlay.NOTHING).isEmpty()).isFalse();
    }

    @Test
    void a_week_lists_late_placements_then_judged_then_pending_ones() {
        PlacementAnswers judged = answered(1, YES, YES, YES);
        PlacementAnswers pending = answered(2, PENDING, NO, NO);
        PlacementAnswers late = answered(3, YES, NO, NO);

        assertThat(
                        week(
                                        Samples.WEDNESDAY,
                                        List.of(judged),
                                        List.of(pending),
                                        List.of(late),
                                        InPlay.NOTHING)
                                .all())
                .containsExactly(late, judged, pending);
    }

    @Test
    void totals_count_an_exempt_answer_as_neither_yes_nor_no() {
        Totals totals =
                judged(
                                answered(1, YES, YES, YES),
                                answered(2, NO, NO, NO),
                                answered(3, YES, NO, YES),
                                answered(4, EXEMPT, NO, NO),
                                answered(5, YES, EXEMPT, NO),
                                answered(6, YES, YES, EXEMPT))
                        .totals();

        assertThat(totals.judged()).isEqualTo(6);
        assertThat(totals.allThree()).isEqualTo(new Count(1, 3));
        assertThat(totals.leaking()).isEqualTo(1);
        assertThat(totals.of(Question.REACHED_IN_24H)).isEqualTo(new Count(4, 5));
        assertThat(totals.of(Question.IN_ACTIVE_SEQUENCE)).isEqualTo(new Count(2, 5));
        assertThat(totals.of(Question.REFERENCED_IN_DEAL)).isEqualTo(new Count(2, 5));
    }

    @Test
    void r4_8_a_backfill_is_asked_whether_it_was_used_but_not_whether_it_reached_the_team() {
        WeeklyReport week =
                judged(
                        answered(1, EXEMPT, NO, NO),
                        answered(2, EXEMPT, NO, YES),
                        answered(3, YES, NO, NO),
                        answered(4, NO, EXEMPT, NO),
                        answered(5, NO, NO, EXEMPT));

        assertThat(week.asked()).isEqualTo(3);
        assertThat(week.askedWhetherUsed()).isEqualTo(3);
        assertThat(week.unused()).isEqualTo(2);
        assertThat(week.askedAllThree()).isEqualTo(1);
    }

    @Test
    void no_question_applies_to_a_placement_taken_back() {
        PlacementAnswers retracted =
                Answered.with(answered(1, YES, NO, NO), List.of(), Status.RETRACTED, null, null);

        assertThat(retracted.askedWhetherUsed()).isFalse();
        assertThat(retracted.unused()).isFalse();
    }

    @Test
    void only_a_placement_before_its_deadline_is_pending() {
        assertThat(answered(1, PENDING, NO, NO).pending()).isTrue();
        assertThat(answered(1, NO, NO, NO).pending()).isFalse();
    }

    @Test
    void missed_deadlines_are_counted_by_cause() {
        WeeklyReport week =
                judged(
                        missed(1, Cause.HELD),
                        missed(2, Cause.HELD),
                        missed(3, Cause.SYSTEM),
                        answered(4, YES, NO, NO),
                        answered(5, EXEMPT, NO, NO));

        assertThat(week.reachedIn24h()).isEqualTo(1);
        assertThat(week.missed()).isEqualTo(3);
        assertThat(week.missedBy(Cause.HELD)).isEqualTo(2);
        assertThat(week.missedBy(Cause.SYSTEM)).isEqualTo(1);
        assertThat(week.missedBy(Cause.LATE_INTAKE)).isZero();
        assertThat(week.missedBy(Cause.DELIVERY))
                .as("the others were reached, or the question does not apply")
                .isZero();
    }

    @Test
    void r1_10_a_placement_without_an_active_rep_is_a_no_but_was_not_missed() {
        WeeklyReport week = judged(nobodyThere(1), missed(2, Cause.HELD));

        assertThat(week.missed()).isEqualTo(1);
        assertThat(week.reachedNobody()).isEqualTo(1);
        assertThat(week.totals().reached()).isEqualTo(new Count(0, 2));
        assertThat(Figures.of(week)).containsEntry("missed", 1).containsEntry("void", 1);
    }

    @Test
    void each_stage_of_a_sequence_has_its_own_figure() {
        WeeklyReport week =
                week(Samples.WEDNESDAY, List.of(), List.of(), List.of(), Samples.week(1).inPlay());

        assertThat(Figures.of(week)).containsEntry("stage:awareness:CFO", 3);
    }

    @Test
    void segments_without_coverage_come_first_and_a_story_counts_for_each_segment_it_names() {
        Segment payers = new Segment("payers", "Payers");
        Segment systems = new Segment("health-systems", "Health systems");
        Segment centers = new Segment("ascs", "Ambulatory surgery centers");
        WeeklyReport quarter =
                judged(
                        serving(1, "payers", "health-systems", "payers"),
                        serving(2, "health-systems"));

        assertThat(SegmentCoverage.of(quarter, List.of(systems, payers, centers)))
                .containsExactly(
                        new SegmentCoverage(centers, 0),
                        new SegmentCoverage(payers, 1),
                        new SegmentCoverage(systems, 2));
        assertThat(SegmentCoverage.of(judged(), List.of(systems, payers, centers)))
                .extracting(SegmentCoverage::segment)
                .containsExactly(centers, systems, payers);
    }

    @Test
    void the_api_and_the_emails_use_these_words() {
        assertThat(Arrays.stream(Answer.values()).map(Answer::word))
                .containsExactly("yes", "no", "pending", "exempt");
        assertThat(Arrays.stream(Question.values()).map(Question::word))
                .containsExactly("reached-in-24h", "in-active-sequence", "referenced-in-deal");
        assertThat(Arrays.stream(Question.values()).map(Question::inFull))
                .containsExactly(
                        "Reached the sales team within 24 hours?",
                        "In an active sales sequence?",
                        "Used in a deal at a target account?");
        assertThat(Arrays.stream(Restatement.Figure.values()).map(Restatement.Figure::word))
                .containsExactly(
                        "reached-in-24h",
                        "in-active-sequence",
                        "referenced-in-deal",
                        "deals-touched");
        assertThat(Restatement.Figure.DEALS_TOUCHED.inFull()).isEqualTo("Deals touched.");
    }

    @Test
    void r2_4_a_placement_counts_only_in_an_active_sequence_that_has_its_stage() {
        Facts.Confirmed confirmed = Samples.audit(Samples.waystar()).facts().confirmed().getFirst();

        assertThat(confirmed.counts()).isTrue();
        assertThat(inState(confirmed, "paused", true).counts()).isFalse();
        assertThat(inState(confirmed, "active", false).counts()).isFalse();
    }

    private static Facts.Confirmed inState(Facts.Confirmed like, String state, boolean hasStage) {
        return new Facts.Confirmed(
                like.sequence(),
                like.name(),
                like.stage(),
                like.at(),
                state,
                hasStage,
                like.personas());
    }

    private static PlacementAnswers serving(int number, String... segments) {
        return Answered.with(
                answered(number, YES, NO, NO), List.of(segments), Status.JUDGED, null, null);
    }
}
