package app.prtosales.placement;

import java.time.Instant;

/// A change of what reps may do with a placement (R5.5).
///
/// @param number counts the color changes of a placement, from 1
/// @param from the previous color
/// @param by a person's id
/// @param version the version of the placement that contains it; 0 if unknown, as in changes from
///   before this was stored
public record ColorChange(
        int number,
        Forwardability from,
        Forwardability to,
        Instant at,
        String by,
        String reason,
        long version) {

    public ColorChange(
            int number,
            Forwardability from,
            Forwardability to,
            Instant at,
            String by,
            String reason) {
        this(number, from, to, at, by, reason, 0);
    }

    ColorChange in(long placementVersion) {
        return new ColorChange(number, from, to, at, by, reason, placementVersion);
    }

    /// Whether it was made together with a correction, whose email then tells reps about both.
    public boolean isPartOf(Correction correction) {
        return version > 0 && version == correction.version();
    }

    /// The change from an earlier color to the one that this change set.
    ColorChange since(ColorChange first) {
        return new ColorChange(number, first.from, to, at, by, reason, version);
    }

    /// The emails that it requires.
    public PendingChange pending() {
        return new PendingChange(PendingChange.Kind.TURN, number, version);
    }
}
