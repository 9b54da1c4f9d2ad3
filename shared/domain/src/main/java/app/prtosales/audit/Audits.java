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
    WeeklyReport freeze(WeeklyReport week);

    Optional<WeeklyReport> find(AuditWeek week);

    /// When a week was frozen; empty while it is not. This reads nothing of what is in the week,
    /// however many placements it has.
    default Optional<Instant> frozenAt(AuditWeek week) {
        return Optional.ofNullable(frozenAt(List.of(week)).get(week));
    }

    /// The same of several weeks in one read; those that are not frozen are left out.
    Map<AuditWeek, Instant> frozenAt(List<AuditWeek> weeks);

    /// The figures of the weeks that are frozen, without what is in them.
    Map<AuditWeek, Totals> totals(List<AuditWeek> weeks);
}
