package app.prtosales.audit;

import app.prtosales.placement.Cause;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Status;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds placements with the answers that a test needs, and weeks with such placements.
final class Answered {

    static final AuditWeek WEEK = new AuditWeek(2026, 26);

    private static final Reached NOBODY =
            new Reached(Verdict.VOID, null, 0, 0, 0, List.of(), List.of(), null);

    private Answered() {}

    static PlacementAnswers answered(int number, Answer reached, Answer sequence, Answer deal) {
        PlacementAnswers like = Samples.audit(Samples.numbered(number));
        return copy(
                like,
                like.reached(),
                new Finding(reached, "reached " + number, null),
                new Finding(sequence, "sequence " + number, null),
                new Finding(deal, "deal " + number, null),
                like.facts());
    }

    static PlacementAnswers missed(int number, Cause cause) {
        return reached(
                number, new Reached(Verdict.MISSED, cause, 1, 1, 2, List.of(), List.of(), null));
    }

    /// Everybody was reached, one of them after the deadline.
    static PlacementAnswers reachedLate(int number) {
        return reached(
                number,
                new Reached(Verdict.MISSED, Cause.DELIVERY, 2, 1, 2, List.of(), List.of(), null));
    }

    /// There was no active rep.
    static PlacementAnswers nobodyThere(int number) {
        return reached(number, NOBODY);
    }

    /// No to all three, and there was no active rep.
    static PlacementAnswers leakingWithNobodyThere(int number) {
        return reached(answered(number, Answer.NO, Answer.NO, Answer.NO), NOBODY);
    }

    /// No to all three; of two reps, this many were reached, in time.
    static PlacementAnswers notDelivered(int number, int count) {
        return reached(
                answered(number, Answer.NO, Answer.NO, Answer.NO),
                new Reached(
                        Verdict.MISSED,
                        Cause.DELIVERY,
                        count,
                        count,
                        2,
                        List.of(),
                        List.of(),
                        null));
    }

    private static PlacementAnswers reached(int number, Reached reached) {
        return reached(answered(number, Answer.NO, Answer.YES, Answer.YES), reached);
    }

    private static PlacementAnswers reached(PlacementAnswers like, Reached reached) {
        return copy(
                like,
                reached,
                like.reachedIn24h(),
                like.inActiveSequence(),
                like.referencedInDeal(),
                like.facts());
    }

    /// Replaces facts: the segments it was for, its status, and the times.
    static PlacementAnswers with(
            PlacementAnswers like,
            List<String> segments,
            Status status,
            @Nullable Instant endsAt,
            @Nullable Instant restatedAt) {
        Facts facts = like.facts();
        return copy(
                like,
                like.reached(),
                like.reachedIn24h(),
                like.inActiveSequence(),
                like.referencedInDeal(),
                new Facts(
                        facts.zone(),
                        facts.format(),
                        facts.tone(),
                        status,
                        facts.backfill(),
                        facts.acceptedAt(),
                        segments,
                        facts.personas(),
                        facts.acknowledged(),
                        endsAt,
                        restatedAt,
                        facts.confirmed(),
                        facts.uses(),
                        facts.armed()));
    }

    /// The same story with other answers and facts, and without a next step.
    private static PlacementAnswers copy(
            PlacementAnswers like,
            Reached reached,
            Finding first,
            Finding second,
            Finding third,
            Facts facts) {
        return new PlacementAnswers(
                like.id(),
                like.outlet(),
                like.headline(),
                like.url(),
                like.forwardability(),
                like.publishedAt(),
                like.deadline(),
                reached,
                first,
                second,
                third,
                facts,
                null);
    }

    static WeeklyReport week(
            Instant computedAt,
            List<PlacementAnswers> judged,
            List<PlacementAnswers> pending,
            List<PlacementAnswers> late,
            InPlay inPlay) {
        return new WeeklyReport(
                WEEK,
                Samples.NEW_YORK,
                WEEK.startsAt(Samples.NEW_YORK),
                computedAt,
                judged,
                pending,
                late,
                inPlay,
                List.of(),
                "2026-1");
    }

    static WeeklyReport judged(PlacementAnswers... judged) {
        return week(Samples.WEDNESDAY, List.of(judged), List.of(), List.of(), InPlay.NOTHING);
    }
}
