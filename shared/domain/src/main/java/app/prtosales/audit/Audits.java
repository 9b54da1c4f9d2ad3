package app.prtosales.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The audits of past weeks, as they were emailed.
public interface Audits {

    /// Freezes a week's audit. If the week is already frozen, that version stays (R4.6).
    ///
    /// @return the frozen audit: this one, or the earlier one
    WeeklyReport freeze(WeeklyReport week);

    Optional<WeeklyReport> find(AuditWeek week);

    /// What is known about a frozen week without reading its contents.
    ///
    /// @param zone the zone in which the week ended; null if the item cannot be read
    record Frozen(Instant at, @Nullable ZoneId zone) {}

    /// When a week was frozen; empty if it has not been. Reads none of the week's contents, however
    /// many placements it has.
    default Optional<Instant> frozenAt(AuditWeek week) {
        return Optional.ofNullable(frozen(List.of(week)).get(week)).map(Frozen::at);
    }

    /// When and in which zone several weeks were frozen, in one read; weeks that are not frozen are
    /// left out.
    Map<AuditWeek, Frozen> frozen(List<AuditWeek> weeks);

    /// The figures of the frozen weeks, without their contents.
    Map<AuditWeek, Totals> totals(List<AuditWeek> weeks);
}
