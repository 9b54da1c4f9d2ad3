package app.prtosales.audit;

import app.prtosales.placement.Cause;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// The audit of one week. As it was sent it is frozen (R4.6).
///
/// @param zone in which the week begins and ends (R4.5)
/// @param computedAt when it was computed
/// @param judged the placements whose deadline falls in the week, leaking ones first
/// @param pending published, but not yet at their deadline; they count neither as Yes nor as No
/// @param late late additions: of an earlier week, and not known when that week was mailed (R4.5)
/// @param inPlay what is around them
/// @param restated figures of earlier weeks that have changed since they were told
/// @param agreement the version of the standing agreement
public record WeeklyReport(
        AuditWeek week,
        ZoneId zone,
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

    /// Nothing was published that falls into it.
    public boolean isEmpty() {
        return judged.isEmpty() && pending.isEmpty() && late.isEmpty();
    }

    /// Every placement that it tells of.
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

    /// Judged placements of which all three answers can be Yes.
    public long askedAllThree() {
        return judged.stream().filter(PlacementAnswers::askedAllThree).count();
    }

    /// Judged placements that somebody could put in a sequence and use in a deal.
    public long askedWhetherUsed() {
        return judged.stream().filter(PlacementAnswers::askedWhetherUsed).count();
    }

    public long unused() {
        return judged.stream().filter(PlacementAnswers::unused).count();
    }

    public long fullyWired() {
        return judged.stream().filter(PlacementAnswers::fullyWired).count();
    }

    /// Shared with the sales team within 24 hours.
    public long reachedIn24h() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() == Answer.YES).count();
    }

    public long missed() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() == Answer.NO).count();
    }

    public long missedBy(Cause cause) {
        return judged.stream()
                .filter(a -> a.reachedIn24h().answer() == Answer.NO)
                .filter(a -> a.reached().cause() == cause)
                .count();
    }

    /// Those that answer question 1 at all: a backfill does not (R4.8).
    public long asked() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() != Answer.EXEMPT).count();
    }

    /// Pings whose recipients were reached, of those that had to be; backfills had none.
    public Count pings() {
        return new Count(
                judged.stream().mapToInt(a -> a.reached().count()).sum(),
                judged.stream().mapToInt(a -> a.reached().of()).sum());
    }

    public int acknowledged() {
        return judged.stream().mapToInt(a -> a.facts().acknowledged()).sum();
    }
}
