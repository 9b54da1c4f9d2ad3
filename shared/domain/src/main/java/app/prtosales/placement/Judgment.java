package app.prtosales.placement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The recorded verdict with its totals, so that the audit never has to read ledger rows.
///
/// @param judgedAt when it was recorded; the verdict itself depends only on the times of events
///   (R1.8)
/// @param restatedAt when the verdict last changed; null if it never did
/// @param first the verdict as first recorded, kept next to a restated one
public record Judgment(
        Reached reached, Instant judgedAt, @Nullable Instant restatedAt, Verdict first) {

    public static Judgment of(Reached reached, Instant at) {
        return new Judgment(reached, at, null, reached.verdict());
    }

    /// The same without the names of those not reached, for keeping next to the current verdict.
    Judgment totals() {
        Reached named = reached;
        return new Judgment(
                new Reached(
                        named.verdict(),
                        named.cause(),
                        named.count(),
                        named.inTime(),
                        named.of(),
                        List.of(),
                        List.of(),
                        named.lastAt()),
                judgedAt,
                restatedAt,
                first);
    }

    public Judgment restated(Reached now, Instant at) {
        return now.equals(reached)
                ? this
                : new Judgment(
                        now, judgedAt, now.verdict() == reached.verdict() ? restatedAt : at, first);
    }
}
