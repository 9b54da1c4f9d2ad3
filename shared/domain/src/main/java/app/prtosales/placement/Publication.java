package app.prtosales.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// When it was published, and the deadline that follows (protocol, "Words").
///
/// @param at `P`, on the UTC time line
/// @param zone the outlet's zone, in which the time is shown
/// @param dateOnly only the date is known; `P` is then 00:00 in the zone
public record Publication(Instant at, ZoneId zone, boolean dateOnly) {

    /// 24 elapsed hours, which no weekend, holiday or clock change stops or stretches (R1.2, R1.3).
    public static final Duration WINDOW = Duration.ofHours(24);

    /// `D`.
    public Instant deadline() {
        return at.plus(WINDOW);
    }
}
