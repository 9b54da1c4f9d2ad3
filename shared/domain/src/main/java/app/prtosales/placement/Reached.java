package app.prtosales.placement;

import app.prtosales.id.RepId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How far a placement got into the sales team.
///
/// @param count the reps reached by now, whether before or after the deadline
/// @param inTime those of them who were reached by the deadline
/// @param of the reps who were active at dispatch and, once it has passed, still were at the
///   deadline
/// @param missing who was not reached, and why
/// @param left who left before the deadline and is therefore not counted
/// @param joined who joined inside the 24 hours and is therefore not counted, with how far their
///   catch-up ping has got (R1.11)
/// @param lastAt when the last of them was reached; null while nobody is
public record Reached(
        Verdict verdict,
        @Nullable Cause cause,
        int count,
        int inTime,
        int of,
        List<Missing> missing,
        List<RepId> left,
        List<Missing> joined,
        @Nullable Instant lastAt) {

    public Reached {
        missing = List.copyOf(missing);
        left = List.copyOf(left);
        joined = List.copyOf(joined);
    }

    /// Where nobody joined.
    public Reached(
            Verdict verdict,
            @Nullable Cause cause,
            int count,
            int inTime,
            int of,
            List<Missing> missing,
            List<RepId> left,
            @Nullable Instant lastAt) {
        this(verdict, cause, count, inTime, of, missing, left, List.of(), lastAt);
    }

    /// Before anything was sent.
    public static Reached nobodyYet(int of) {
        return new Reached(Verdict.PENDING, null, 0, 0, of, List.of(), List.of(), null);
    }

    /// A placement that is never sent: a backfill (R4.8).
    public static Reached notSent() {
        return new Reached(Verdict.VOID, null, 0, 0, 0, List.of(), List.of(), null);
    }

    /// With other ids for those who are named.
    ///
    /// @param id the id that somebody has now, from the one they had then
    public Reached named(UnaryOperator<RepId> id) {
        return new Reached(
                verdict,
                cause,
                count,
                inTime,
                of,
                missing.stream().map(each -> each.named(id)).toList(),
                left.stream().map(id).toList(),
                joined.stream().map(each -> each.named(id)).toList(),
                lastAt);
    }

    /// @param rep the rep's id
    /// @param reason what has become of the mail that tells them
    public record Missing(RepId rep, MailFate reason) {

        Missing named(UnaryOperator<RepId> id) {
            return new Missing(id.apply(rep), reason);
        }
    }
}
