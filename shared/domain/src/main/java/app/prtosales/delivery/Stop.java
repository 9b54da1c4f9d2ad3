package app.prtosales.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A period in which no email goes to reps, because too many came back or someone stopped them by
/// hand.
///
/// @param number counts the stops, from 1
/// @param by the id of the person who stopped them; null if too many came back
/// @param why the reason in words; the person's own if a person stopped them
/// @param endedAt when sending was resumed; null while stopped
/// @param endedBy the id of the person who resumed it
/// @param endedWhy that person's reason
public record Stop(
        int number,
        Instant at,
        @Nullable String by,
        String why,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedWhy) {

    /// An automatic stop, because too many emails came back.
    public Stop(
            int number,
            Instant at,
            String why,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String endedWhy) {
        this(number, at, null, why, endedAt, endedBy, endedWhy);
    }

    /// @param by null if too many emails came back
    static Stop begun(int number, Instant at, @Nullable String by, String why) {
        return new Stop(number, at, by, why, null, null, null);
    }

    Stop ended(Instant when, String by, String reason) {
        return new Stop(number, at, this.by, why, when, by, reason);
    }

    public boolean isByHand() {
        return by != null;
    }

    /// Whether too many emails were marked as spam; otherwise, if it is not by hand, too many
    /// bounced.
    public boolean isForSpam() {
        return !isByHand() && why.contains(Tally.MARKED_AS_SPAM);
    }

    /// Whether it has not ended.
    public boolean isCurrent() {
        return endedAt == null;
    }

    /// Whether nothing could be sent at an instant.
    public boolean isAt(Instant instant) {
        return !at.isAfter(instant) && (endedAt == null || endedAt.isAfter(instant));
    }
}
