package app.prtosales.audit;

import static app.prtosales.audit.Answer.EXEMPT;
import static app.prtosales.audit.Answer.NO;
import static app.prtosales.audit.Answer.YES;
import static app.prtosales.audit.Answered.answered;
import static app.prtosales.audit.Answered.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Restatement.Figure;
import app.prtosales.audit.Restatement.Reported;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.response.How;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// R4.6: which figures of an emailed week are restated, as of when, and why.
class RestatementsTest {

    private static final Instant MAILED = Instant.parse("2026-06-29T12:00:00Z");
    private static final Instant TODAY = MAILED.plus(Duration.ofDays(2));

    @Test
    void a_restated_verdict_shows_its_time_and_its_earlier_value() {
        PlacementAnswers before = answered(1, NO, YES, YES);
        PlacementAnswers after = ending(answered(1, YES, YES, YES), null, MAILED.plusSeconds(9));

        assertThat(between(sent(before), now(after)))
                .containsExactly(
                        new Restatement(
                                Answered.WEEK,
                                Figure.REACHED_IN_24H,
                                new Count(0, 1),
                                new Count(1, 1),
                                MAILED.plusSeconds(9),
                                List.of(
                                        new Restatement.Change(
                                                after.id(),
                                                "Story 1",
                                                "no → yes: reached 1",
                                                YES))));
    }

    @Test
    void a_placement_added_later_changes_the_figures_as_of_its_acceptance() {
        PlacementAnswers known = answered(1, YES, YES, YES);
        PlacementAnswers late = answered(2, YES, NO, NO);

        WeeklyReport sent =
                week(
                        late.facts().acceptedAt().minusSeconds(1),
                        List.of(known),
                        List.of(),
                        List.of(),
                        InPlay.NOTHING);

        assertThat(between(sent, now(known, late)))
                .hasSize(3)
                .allSatisfy(
                        restated -> assertThat(restated.at()).isEqualTo(late.facts().acceptedAt()))
                .first()
                .satisfies(restated ->
                        assertThat(restated.why())
                                .extracting(Restatement.Change::change)
                                .containsExactly("not known → yes: reached 2"));
    }

    @Test
    void a_placement_that_left_the_week_is_listed_too() {
        PlacementAnswers stays = answered(1, YES, YES, YES);
        PlacementAnswers gone = answered(2, NO, YES, YES);

        assertThat(between(sent(stays, gone), now(stays)).getFirst())
                .satisfies(restated -> {
                    assertThat(restated.at()).isEqualTo(TODAY);
                    assertThat(restated.why())
                            .containsExactly(
                                    new Restatement.Change(
                                            gone.id(),
                                            "Story 2",
                                            "no → no longer in this week",
                                            null));
                });
    }

    @Test
    void r4_6_a_figure_names_and_dates_only_the_changes_that_count_in_it() {
        PlacementAnswers missed = answered(1, YES, YES, YES);
        PlacementAnswers bounced = ending(answered(1, NO, YES, YES), null, MAILED.plusSeconds(9));
        PlacementAnswers dropped = answered(3, EXEMPT, YES, YES);
        PlacementAnswers imported = answered(2, EXEMPT, YES, YES);

        assertThat(between(sent(missed, dropped), now(bounced, imported)))
                .filteredOn(restated -> restated.figure() == Figure.REACHED_IN_24H)
                .singleElement()
                .satisfies(restated -> {
                    assertThat(restated.at()).isEqualTo(MAILED.plusSeconds(9));
                    assertThat(restated.why())
                            .extracting(Restatement.Change::change)
                            .containsExactly("yes → no: reached 1");
                });
    }

    @Test
    void r4_6_corrections_that_leave_the_count_as_it_was_are_reported_too() {
        WeeklyReport sent = sent(answered(1, YES, YES, YES), answered(2, NO, YES, YES));
        WeeklyReport now = now(answered(1, NO, YES, YES), answered(2, YES, YES, YES));

        assertThat(between(sent, now))
                .singleElement()
                .satisfies(restated -> {
                    assertThat(restated.from()).isEqualTo(new Count(1, 2));
                    assertThat(restated.to()).isEqualTo(new Count(1, 2));
                    assertThat(restated.why())
                            .extracting(Restatement.Change::change)
                            .containsExactly("yes → no: reached 1", "no → yes: reached 2");
                });
        Restatement told = between(sent, now).getFirst();
        assertThat(
                        Restatements.between(
                                sent,
                                now,
                                Map.of(
                                        Figure.REACHED_IN_24H,
                                        new Reported(told.to(), TODAY, told.why()))))
                .as("once")
                .isEmpty();
    }

    @Test
    void an_exempt_placement_that_was_added_later_restates_nothing() {
        PlacementAnswers known = answered(1, YES, YES, YES);
        PlacementAnswers imported = answered(2, EXEMPT, EXEMPT, EXEMPT);

        assertThat(between(sent(known), now(known, imported))).isEmpty();
    }

    @Test
    void a_correction_is_never_dated_before_the_email_that_it_corrects() {
        PlacementAnswers before = answered(1, YES, YES, YES);
        PlacementAnswers after =
                before.withInActiveSequence(
                        new Finding(NO, "in no sequence", MAILED.minusSeconds(9)));

        assertThat(between(sent(before), now(after)))
                .extracting(Restatement::at)
                .containsExactly(TODAY);
    }

    @Test
    void a_reported_figure_is_reported_again_only_after_another_change() {
        WeeklyReport sent = sent(answered(1, NO, YES, YES));
        WeeklyReport now = now(answered(1, YES, YES, YES));

        assertThat(
                        Restatements.between(
                                sent,
                                now,
                                Map.of(
                                        Figure.REACHED_IN_24H,
                                        new Reported(new Count(1, 1), TODAY, List.of()))))
                .isEmpty();
    }

    @Test
    void an_answer_that_is_back_as_it_was_sent_is_a_change_of_the_day_on_which_it_is_noticed() {
        PlacementAnswers story =
                answered(1, YES, YES, YES)
                        .withInActiveSequence(
                                new Finding(YES, "sequence 1", MAILED.minusSeconds(9)));
        Reported lost =
                new Reported(
                        new Count(0, 1),
                        MAILED.plus(Duration.ofDays(1)),
                        List.of(new Restatement.Change(story.id(), "Story 1", "yes → no", NO)));

        assertThat(
                        Restatements.between(
                                sent(story), now(story), Map.of(Figure.IN_ACTIVE_SEQUENCE, lost)))
                .containsExactly(
                        new Restatement(
                                Answered.WEEK,
                                Figure.IN_ACTIVE_SEQUENCE,
                                new Count(0, 1),
                                new Count(1, 1),
                                TODAY,
                                List.of(
                                        new Restatement.Change(
                                                story.id(),
                                                "Story 1",
                                                "no → yes: sequence 1",
                                                YES))));
    }

    @Test
    void r5_3_the_end_of_a_shelf_life_restates_nothing() {
        PlacementAnswers before = answered(1, YES, YES, YES);
        PlacementAnswers after = answered(1, YES, NO, YES);

        assertThat(between(sent(before), now(ending(after, TODAY, null)))).isEmpty();
        assertThat(between(sent(before), now(ending(after, TODAY.plusSeconds(1), null))))
                .extracting(Restatement::figure)
                .containsExactly(Figure.IN_ACTIVE_SEQUENCE);
        assertThat(between(sent(before), now(ending(after, null, null)))).hasSize(1);
        assertThat(between(sent(), now(ending(after, TODAY, null))))
                .as("the placement was not known before")
                .extracting(Restatement::figure)
                .contains(Figure.IN_ACTIVE_SEQUENCE);
    }

    @Test
    void r5_3_the_end_of_a_shelf_life_leaves_the_answer_that_was_last_reported() {
        PlacementAnswers before = answered(1, YES, NO, YES);
        PlacementAnswers ended = ending(answered(1, YES, NO, YES), TODAY, null);
        Reported confirmed =
                new Reported(
                        new Count(1, 1),
                        MAILED.plus(Duration.ofDays(1)),
                        List.of(new Restatement.Change(before.id(), "Story 1", "no → yes", YES)));

        assertThat(
                        Restatements.between(
                                sent(before),
                                now(ended),
                                Map.of(Figure.IN_ACTIVE_SEQUENCE, confirmed)))
                .isEmpty();
    }

    @Test
    void r5_3_another_placements_change_is_counted_beside_a_shelf_life_that_ended() {
        PlacementAnswers first = answered(1, YES, NO, YES);
        PlacementAnswers second = answered(2, YES, NO, YES);
        Reported confirmed =
                new Reported(
                        new Count(1, 2),
                        MAILED.plus(Duration.ofDays(1)),
                        List.of(new Restatement.Change(first.id(), "Story 1", "no → yes", YES)));

        assertThat(
                        Restatements.between(
                                sent(first, second),
                                now(ending(first, TODAY, null), answered(2, YES, YES, YES)),
                                Map.of(Figure.IN_ACTIVE_SEQUENCE, confirmed)))
                .singleElement()
                .satisfies(restated -> {
                    assertThat(restated.to()).isEqualTo(new Count(2, 2));
                    assertThat(restated.why())
                            .extracting(Restatement.Change::placement)
                            .containsExactly(second.id());
                });
    }

    @Test
    void added_and_undone_deals_are_listed() {
        InPlay.Deal stays = deal(1, "Lakeside Health", 1);
        InPlay.Deal sameStory = deal(1, "Riverside Health", 2);
        InPlay.Deal sameTime = deal(2, "Hillside Health", 1);
        InPlay.Deal renamed = deal(1, "Lakeside Health System", 1);

        Restatement more =
                Restatements.between(
                                deals(MAILED, stays),
                                deals(TODAY, renamed, sameStory, sameTime),
                                Map.of())
                        .getFirst();
        assertThat(more.figure()).isEqualTo(Figure.DEALS_TOUCHED);
        assertThat(more.at()).isEqualTo(TODAY);
        assertThat(more.why())
                .extracting(Restatement.Change::change)
                .containsExactly(
                        "Riverside Health: became known later",
                        "Hillside Health: became known later");

        Restatement fewer =
                Restatements.between(
                                deals(MAILED, stays, sameStory, sameTime),
                                deals(TODAY, stays),
                                Map.of())
                        .getFirst();
        assertThat(fewer.why())
                .extracting(Restatement.Change::change)
                .containsExactly("Riverside Health: removed", "Hillside Health: removed");
    }

    @Test
    void a_deal_that_was_reported_and_then_undone_is_listed_as_removed() {
        InPlay.Deal stays = deal(1, "Lakeside Health", 1);
        InPlay.Deal undone = deal(2, "Riverside Health", 2);
        WeeklyReport sent = deals(MAILED);
        Restatement first =
                Restatements.between(sent, deals(TODAY, stays, undone), Map.of()).getFirst();

        assertThat(since(first, sent, deals(TODAY.plusSeconds(9), stays)).why())
                .extracting(Restatement.Change::change)
                .containsExactly("Riverside Health: removed");
        assertThat(since(first, sent, deals(TODAY.plusSeconds(9))).why())
                .extracting(Restatement.Change::change)
                .containsExactly("Lakeside Health: removed", "Riverside Health: removed");
    }

    @Test
    void a_deal_that_was_reported_as_removed_and_is_back_is_listed_again() {
        InPlay.Deal deal = deal(1, "Lakeside Health", 1);
        WeeklyReport sent = deals(MAILED, deal);
        Restatement removed = Restatements.between(sent, deals(TODAY), Map.of()).getFirst();

        assertThat(since(removed, sent, deals(TODAY.plusSeconds(9), deal)).why())
                .extracting(Restatement.Change::change)
                .containsExactly("Lakeside Health: became known later");
    }

    private static Restatement since(Restatement earlier, WeeklyReport sent, WeeklyReport now) {
        Reported reported = new Reported(earlier.to(), TODAY, earlier.why());
        return Restatements.between(sent, now, Map.of(Figure.DEALS_TOUCHED, reported)).getFirst();
    }

    private static List<Restatement> between(WeeklyReport sent, WeeklyReport now) {
        return Restatements.between(sent, now, Map.of());
    }

    private static WeeklyReport sent(PlacementAnswers... judged) {
        return week(MAILED, List.of(judged), List.of(), List.of(), InPlay.NOTHING);
    }

    private static WeeklyReport now(PlacementAnswers... judged) {
        return week(TODAY, List.of(judged), List.of(), List.of(), InPlay.NOTHING);
    }

    private static PlacementAnswers ending(
            PlacementAnswers like, @Nullable Instant endsAt, @Nullable Instant restatedAt) {
        return Answered.with(like, like.facts().segments(), Status.JUDGED, endsAt, restatedAt);
    }

    private static WeeklyReport deals(Instant computedAt, InPlay.Deal... deals) {
        InPlay inPlay =
                new InPlay(
                        0,
                        List.of(),
                        deals.length,
                        0,
                        Arrays.asList(deals),
                        0,
                        0,
                        List.of(),
                        0,
                        List.of(),
                        List.of(),
                        0);
        return week(computedAt, List.of(), List.of(), List.of(), inPlay);
    }

    private static InPlay.Deal deal(int story, String account, int second) {
        return new InPlay.Deal(
                PlacementId.of(Samples.numbered(story).key()),
                "Story " + story,
                account,
                true,
                How.TALKED_ABOUT,
                Samples.WEDNESDAY.plusSeconds(second));
    }
}
