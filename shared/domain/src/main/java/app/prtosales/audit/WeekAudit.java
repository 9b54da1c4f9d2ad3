package app.prtosales.audit;

import java.time.Instant;
import java.util.List;

/// The audit of one week as it was sent: frozen (R4.6).
///
/// @param computedAt when it was computed
/// @param judged the placements whose deadline falls in the week, leaking ones first
/// @param pending published, but not yet at their deadline; they count neither as Yes nor as No
/// @param late late additions: of an earlier week, and not known when that week was mailed (R4.5)
/// @param agreement the version of the standing agreement
public record WeekAudit(
        AuditWeek week,
        Instant computedAt,
        List<PlacementAudit> judged,
        List<PlacementAudit> pending,
        List<PlacementAudit> late,
        String agreement) {

    public WeekAudit {
        judged = List.copyOf(judged);
        pending = List.copyOf(pending);
        late = List.copyOf(late);
    }

    public boolean isEmpty() {
        return judged.isEmpty() && pending.isEmpty() && late.isEmpty();
    }

    public long leaking() {
        return judged.stream().filter(PlacementAudit::leaking).count();
    }

    public long fullyWired() {
        return judged.stream().filter(PlacementAudit::fullyWired).count();
    }

    /// Shared with the sales team within 24 hours.
    public long reachedIn24h() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() == Answer.YES).count();
    }

    public long missed() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() == Answer.NO).count();
    }

    /// Those that answer question 1 at all: a backfill does not (R4.8).
    public long asked() {
        return judged.stream().filter(a -> a.reachedIn24h().answer() != Answer.EXEMPT).count();
    }
}
