package app.prtosales.audit;

import app.prtosales.placement.Cause;
import app.prtosales.placement.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The audit of one week, frozen as it was sent (R4.6).
///
/// @param zone the time zone in which the week ends (R4.5)
/// @param startsAt when the week begins: on its Monday or, if the agreement had another zone in the
///   meantime, at the end of the week that was emailed before it
/// @param computedAt when it was computed
/// @param judged the placements whose deadline falls in the week, leaking ones first
/// @param pending placements that are published but have not reached their deadline; they count as
///   neither Yes nor No
/// @param late late additions: placements of earlier weeks that are in no email of those weeks
///   (R4.5)
/// @param inPlay the placements in play
/// @param restated figures of earlier weeks that have changed since they were reported
/// @param agreement the version of the standing agreement
public record WeeklyReport(
        AuditWeek week,
        ZoneId zone,
        Instant startsAt,
        Instant computedAt,
        List<PlacementAnswers> judged,
        List<PlacementAnswers> pending,
        List<PlacementAnswers> late,
        InPlay inPlay,
        List<Restatement> restated,
        String agreement) {

    public WeeklyReport {
        judged = List.copyOf(judged);
        pending = List.copyOf(pending);
        late = List.copyOf(late);
        restated = List.copyOf(restated);
    }

    /// The first instant after the week.
    public Instant endsAt() {
        return week.endsAt(zone);
    }

    /// Whether the report has no placements.
    public boolean isEmpty() {
        return judged.isEmpty() && pending.isEmpty() && late.isEmpty();
    }

    /// Every placement in the report.
    public Stream<PlacementAnswers> all() {
        return Stream.of(late, judged, pending).flatMap(List::stream);
    }

    public Totals totals() {
        return new Totals(
                computedAt,
                judged.size(),
                pending.size(),
                late.size(),
                (int) askedAllThree(),
                (int) fullyWired(),
                (int) leaking(),
                Count.of(judged, Question.REACHED_IN_24H),
                Count.of(judged, Question.IN_ACTIVE_SEQUENCE),
                Count.of(judged, Question.REFERENCED_IN_DEAL));
    }

    public long leaking() {
        return judged.stream().filter(PlacementAnswers::leaking).count();
    }

    /// The number of judged placements that can have three Yes answers.
    public long askedAllThree() {
        return judged.stream().filter(PlacementAnswers::askedAllThree).count();
    }

    /// The number of judged placements that could be put in a sequence and used in a deal.
    public long askedWhetherUsed() {
        return judged.stream().filter(PlacementAnswers::askedWhetherUsed).count();
    }

    public long unused() {
        return judged.stream().filter(PlacementAnswers::unused).count();
    }

    public long fullyWired() {
        return judged.stream().filter(PlacementAnswers::fullyWired).count();
    }

    /// The number of placements shared with the sales team within 24 hours.
    public long reachedIn24h() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() == Answer.YES).count();
    }

    /// The number of placements that missed their deadline, and therefore have a cause.
    public long missed() {
        return judged.stream().filter(a -> isNo(a, Verdict.MISSED)).count();
    }

    /// The number of placements that could reach nobody, because there was no active rep (R1.10).
    public long reachedNobody() {
        return judged.stream().filter(a -> isNo(a, Verdict.VOID)).count();
    }

    private static boolean isNo(PlacementAnswers audit, Verdict verdict) {
        return audit.reachedIn24h().answer() == Answer.NO && audit.reached().verdict() == verdict;
    }

    public long missedBy(Cause cause) {
        return judged.stream()
                .filter(a -> a.reachedIn24h().answer() == Answer.NO)
                .filter(a -> a.reached().cause() == cause)
                .count();
    }

    /// The number of placements with an answer to question 1, which backfills do not have (R4.8).
    public long asked() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() != Answer.EXEMPT).count();
    }

    /// Pings that reached their recipients, out of all that were counted; backfills had none.
    public Count pings() {
        return new Count(
                judged.stream().mapToInt(a -> a.reached().count()).sum(),
                judged.stream().mapToInt(a -> a.reached().of()).sum());
    }

    public int acknowledged() {
        return judged.stream().mapToInt(a -> a.facts().acknowledged()).sum();
    }
}
