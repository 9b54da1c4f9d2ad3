package app.prtosales.tick;

import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.schedule.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counts the reps who have not been reached although the deadline is near, for an alarm that does
/// not depend on email (I13): if email itself fails, no warning goes out (R1.9). Called by the
/// tick.
public final class WatchDeadlines {

    /// Enough time for someone to act.
    private static final Duration NEAR = Duration.ofHours(2);

    /// Counting takes one query per placement; every five minutes is enough.
    private final Rounds rounds = Rounds.every(Duration.ofMinutes(5));

    private final Placements placements;
    private final JudgePlacement judge;
    private final InstantSource clock;

    public WatchDeadlines(Placements placements, JudgePlacement judge, InstantSource clock) {
        this.placements = placements;
        this.judge = judge;
        this.clock = clock;
    }

    /// The result of a check.
    ///
    /// @param reps how many reps are not reached, across all placements whose deadline is near
    /// @param placements the placements with such reps
    public record AtRisk(int reps, List<PlacementId> placements) {}

    /// Checks the placements whose deadline is near, if a check is due.
    ///
    /// @return empty if none is due
    public Optional<AtRisk> tick() {
        Instant now = clock.instant();
        if (!rounds.isDue(now)) {
            return Optional.empty();
        }
        int reps = 0;
        List<PlacementId> atRisk = new ArrayList<>();
        for (Placement placement : placements.withDeadlineIn(now, now.plus(NEAR))) {
            boolean counts =
                    !placement.status().isOver()
                            && !placement.backfill()
                            && placement.judgment() == null
                            && placement.isPublicAt(now);
            int missing = counts ? judge.notReached(placement).size() : 0;
            if (missing > 0) {
                reps += missing;
                atRisk.add(placement.id());
            }
        }
        rounds.done(now);
        return Optional.of(new AtRisk(reps, List.copyOf(atRisk)));
    }
}
