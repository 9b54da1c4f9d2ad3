package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A correction of the publication instant `P`. The previous values are kept next to the current
/// ones (R1.13).
///
/// @param verdict the verdict recorded under the previous `P`; null if there was none
/// @param by a person's id
/// @param reason null if none was required: a move before the deadline needs none
public record Move(
        Publication from,
        Publication to,
        @Nullable Judgment verdict,
        Instant at,
        String by,
        @Nullable String reason) {

    /// The form in which it is stored: with the totals of the previous verdict, but without names.
    Move withoutNames() {
        return new Move(from, to, verdict == null ? null : verdict.totals(), at, by, reason);
    }
}
