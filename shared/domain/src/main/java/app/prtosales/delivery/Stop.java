package app.prtosales.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// No mail goes out to reps from one instant to another: too many came back, or somebody stopped
/// them by hand.
///
/// @param number counts the stops, from 1
/// @param by the id of the person who stopped them; null where too many came back
/// @param why in words; those of the person, where it was one
/// @param endedAt when somebody let it go on; null while it is in force
/// @param endedBy a person's id
/// @param endedWhy what that person said
public record Stop(
        int number,
        Instant at,
        @Nullable String by,
        String why,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedWhy) {

    /// One that nobody asked for: too many came back.
    public Stop(
            int number,
            Instant at,
            String why,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endedWhy) {
        this(number, at, null, why, endedAt, endedBy, endedWhy);
    }

    /// @param by null where too many came back
    static Stop begun(int number, Instant at, @Nullable String by, String why) {
        return new Stop(number, at, by, why, null, null, null);
    }

    Stop ended(Instant when, String by, String reason) {
        return new Stop(number, at, this.by, why, when, by, reason);
    }

    public boolean isByHand() {
        return by != null;
    }

    public boolean isInForce() {
        return endedAt == null;
    }

    /// Whether nothing could go out at an instant.
    public boolean isAt(Instant instant) {
        return !at.isAfter(instant) && (endedAt == null || endedAt.isAfter(instant));
    }
}
