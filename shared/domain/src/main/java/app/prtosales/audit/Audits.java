package app.prtosales.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The audits of past weeks, as they were mailed.
public interface Audits {

    /// Freezes a week's audit. If the week is already frozen, that version stays (R4.6).
    ///
    /// @return the frozen audit: this one, or the earlier one
    WeeklyReport freeze(WeeklyReport week);

    Optional<WeeklyReport> find(AuditWeek week);

    /// When a week was frozen; empty if it has not been. Reads none of the week's contents, however
    /// many placements it has.
    default Optional<Instant> frozenAt(AuditWeek week) {
        return Optional.ofNullable(frozenAt(List.of(week)).get(week));
    }

    /// The same for several weeks in one read; weeks that are not frozen are left out.
    Map<AuditWeek, Instant> frozenAt(List<AuditWeek> weeks);

    /// The figures of the frozen weeks, without their contents.
    Map<AuditWeek, Totals> totals(List<AuditWeek> weeks);
}
