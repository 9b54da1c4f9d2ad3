package app.prtosales.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// When a story was published, and the deadline that follows from it (protocol, "Words").
///
/// @param at `P`, in UTC
/// @param zone the outlet's time zone, in which the time is shown
/// @param dateOnly only the date is known; `P` is then 00:00 in the zone
public record Publication(Instant at, ZoneId zone, boolean dateOnly) {

    /// 24 elapsed hours; weekends, holidays and clock changes make no difference (R1.2, R1.3).
    public static final Duration WINDOW = Duration.ofHours(24);

    /// The deadline `D`.
    public Instant deadline() {
        return at.plus(WINDOW);
    }
}
