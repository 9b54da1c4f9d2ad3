package app.prtosales.placement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The verdict as it was recorded, with its totals, so that the audit never reads ledger rows.
///
/// @param judgedAt when it was recorded; the verdict itself comes from event times only (R1.8)
/// @param restatedAt when a late event last changed it; null while it stands as recorded
/// @param first the verdict as first recorded, which stays beside a restated one
public record Judgement(
        Reached reached, Instant judgedAt, @Nullable Instant restatedAt, Verdict first) {

    public static Judgement of(Reached reached, Instant at) {
        return new Judgement(reached, at, null, reached.verdict());
    }

    /// Without the names of who is missing: for what is kept beside the verdict that stands.
    Judgement totals() {
        Reached named = reached;
        return new Judgement(
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

    public Judgement restated(Reached now, Instant at) {
        return now.equals(reached)
                ? this
                : new Judgement(
                        now, judgedAt, now.verdict() == reached.verdict() ? restatedAt : at, first);
    }
}
