package app.prtosales.audit;

import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.List;

/// A figure of a week that was mailed, and what it has become since (R4.6).
///
/// @param from as it was told last
/// @param at when the latest of the changes behind it happened
public record Restatement(
        AuditWeek week, Question question, Count from, Count to, Instant at, List<Change> why) {

    /// How many changes are named; a figure says how many there are.
    public static final int NAMED = 20;

    public Restatement {
        why = List.copyOf(why);
    }

    /// One placement's part in it.
    ///
    /// @param change in words, such as `no → yes: 48 of 48 reps reached within 24 hours`
    public record Change(PlacementId placement, String headline, String change) {}
}
