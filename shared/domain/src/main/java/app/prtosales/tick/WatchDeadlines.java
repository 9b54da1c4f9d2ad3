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

    /// @param looked false in a tick without a check
    /// @param reps how many reps are not reached, across all placements whose deadline is near
    /// @param placements the placements with such reps
    public record AtRisk(boolean looked, int reps, List<PlacementId> placements) {}

    public AtRisk tick() {
        Instant now = clock.instant();
        if (!rounds.isDue(now)) {
            return new AtRisk(false, 0, List.of());
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
        return new AtRisk(true, reps, List.copyOf(atRisk));
    }
}
