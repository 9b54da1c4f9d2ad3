package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `P` was corrected. What stood before is kept beside what stands now (R1.13).
///
/// @param verdict what was recorded under the earlier `P`; null where nothing was
/// @param by a person's id
/// @param reason null where none was asked for: before the deadline a move needs none
public record Move(
        Publication from,
        Publication to,
        @Nullable Judgement verdict,
        Instant at,
        String by,
        @Nullable String reason) {

    /// As it is kept: with the totals of the earlier verdict, and without its names.
    Move withoutNames() {
        return new Move(from, to, verdict == null ? null : verdict.totals(), at, by, reason);
    }
}
