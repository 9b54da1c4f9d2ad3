package app.prtosales.placement;

import app.prtosales.id.RepId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How much of the sales team a placement has reached.
///
/// @param count the reps reached so far, before or after the deadline
/// @param inTime those of them who were reached by the deadline
/// @param of the reps who were active at dispatch and, once the deadline has passed, still were at
///   the deadline
/// @param missing the reps not reached, and why
/// @param late the reps reached after the deadline
/// @param left the reps who left before the deadline and are therefore not counted
/// @param joined the reps who joined within the 24 hours and are therefore not counted, with the
///   status of their catch-up pings (R1.11)
/// @param lastAt when the last of the counted reps was reached; null if nobody has been reached
public record Reached(
        Verdict verdict,
        @Nullable Cause cause,
        int count,
        int inTime,
        int of,
        List<Missing> missing,
        List<RepId> late,
        List<RepId> left,
        List<Missing> joined,
        @Nullable Instant lastAt) {

    public Reached {
        missing = List.copyOf(missing);
        late = List.copyOf(late);
        left = List.copyOf(left);
        joined = List.copyOf(joined);
    }

    /// If nobody was late and nobody joined.
    public Reached(
            Verdict verdict,
            @Nullable Cause cause,
            int count,
            int inTime,
            int of,
            List<Missing> missing,
            List<RepId> left,
            @Nullable Instant lastAt) {
        this(verdict, cause, count, inTime, of, missing, List.of(), left, List.of(), lastAt);
    }

    /// The state before anything is sent.
    public static Reached nobodyYet(int of) {
        return new Reached(Verdict.PENDING, null, 0, 0, of, List.of(), List.of(), null);
    }

    /// A placement that is never sent: a backfill (R4.8).
    public static Reached notSent() {
        return new Reached(Verdict.VOID, null, 0, 0, 0, List.of(), List.of(), null);
    }

    /// The same with newer reasons for the reps who are missing.
    public Reached withMissing(List<Missing> others) {
        return new Reached(verdict, cause, count, inTime, of, others, late, left, joined, lastAt);
    }

    /// The same with other rep ids.
    ///
    /// @param id maps an id in this record to the rep's current one
    public Reached named(UnaryOperator<RepId> id) {
        return new Reached(
                verdict,
                cause,
                count,
                inTime,
                of,
                missing.stream().map(each -> each.named(id)).toList(),
                late.stream().map(id).toList(),
                left.stream().map(id).toList(),
                joined.stream().map(each -> each.named(id)).toList(),
                lastAt);
    }

    /// @param rep the rep's id
    /// @param reason the status of the rep's email
    public record Missing(RepId rep, MailFate reason) {

        Missing named(UnaryOperator<RepId> id) {
            return new Missing(id.apply(rep), reason);
        }
    }
}
