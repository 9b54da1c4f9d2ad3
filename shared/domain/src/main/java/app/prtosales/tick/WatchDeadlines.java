package app.prtosales.tick;

import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Counts from the tick who is not reached of placements whose deadline is near, for whoever is
/// told by another way than mail (I13): where mail itself fails, no warning goes out (R1.9).
public final class WatchDeadlines {

    /// Somebody can still act in this time.
    private static final Duration NEAR = Duration.ofHours(2);

    /// Counting takes a query for each placement; every fifth minute is soon enough.
    private static final int MINUTES = 5;

    private final Placements placements;
    private final JudgePlacement judge;
    private final InstantSource clock;

    public WatchDeadlines(Placements placements, JudgePlacement judge, InstantSource clock) {
        this.placements = placements;
        this.judge = judge;
        this.clock = clock;
    }

    /// @param looked false at a minute at which nobody looks
    /// @param reps how many are not reached, of all placements whose deadline is near
    /// @param placements those that they are of
    public record AtRisk(boolean looked, int reps, List<PlacementId> placements) {}

    public AtRisk tick() {
        Instant now = clock.instant();
        if (now.atZone(ZoneOffset.UTC).getMinute() % MINUTES != 0) {
            return new AtRisk(false, 0, List.of());
        }
        int reps = 0;
        List<PlacementId> atRisk = new ArrayList<>();
        for (Placement placement : placements.withDeadlineIn(now, now.plus(NEAR))) {
            boolean counts =
                    !placement.status().isOver()
                            && !placement.backfill()
                            && placement.judgement() == null
                            && placement.isPublicAt(now);
            int missing = counts ? judge.notReached(placement).size() : 0;
            if (missing > 0) {
                reps += missing;
                atRisk.add(placement.id());
            }
        }
        return new AtRisk(true, reps, List.copyOf(atRisk));
    }
}
