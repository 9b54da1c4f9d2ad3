package app.prtosales.audit;

import java.time.Instant;
import java.time.ZoneId;

/// Where a week begins and ends. Emailed weeks follow each other without a gap or an overlap, even
/// if the agreement's zone changes in between (R4.5).
///
/// @param zone the zone in which it ends
/// @param start the first instant of the week
record Span(AuditWeek week, ZoneId zone, Instant start) {

    static Span of(WeeklyReport mailed) {
        return new Span(mailed.week(), mailed.zone(), mailed.startsAt());
    }

    /// The first instant after the week.
    Instant end() {
        return week.endsAt(zone);
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end());
    }
}
