package app.prtosales.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// No mail goes out to reps from one instant to another, for too many came back.
///
/// @param number counts the stops, from 1
/// @param why in words
/// @param endedAt when somebody let it go on; null while it is in force
/// @param endedBy a person's id
/// @param endedWhy what that person said
public record Stop(
        int number,
        Instant at,
        String why,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedWhy) {

    static Stop begun(int number, Instant at, String why) {
        return new Stop(number, at, why, null, null, null);
    }

    Stop ended(Instant when, String by, String reason) {
        return new Stop(number, at, why, when, by, reason);
    }

    public boolean isInForce() {
        return endedAt == null;
    }

    /// Whether nothing could go out at an instant.
    public boolean isAt(Instant instant) {
        return !at.isAfter(instant) && (endedAt == null || endedAt.isAfter(instant));
    }
}
