package app.prtosales.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The weeks as they were sent.
public interface Audits {

    /// Freezes a week. The first one stays (R4.6).
    ///
    /// @return the week as it is frozen now: this one, or the one that was there before
    WeekAudit freeze(WeekAudit week);

    Optional<WeekAudit> find(AuditWeek week);

    /// When a week was frozen; empty while it is not. This reads nothing of what is in the week,
    /// however many placements it has.
    Optional<Instant> frozenAt(AuditWeek week);

    /// The figures of the weeks that are frozen, without what is in them.
    Map<AuditWeek, Totals> totals(List<AuditWeek> weeks);
}
