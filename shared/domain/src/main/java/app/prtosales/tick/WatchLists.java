package app.prtosales.tick;

import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.schedule.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Catches list changes whose message never reached the queue; a changed list applies even so. New
/// reps have only one day, so they are looked for every hour; rules, and what returning reps
/// missed, are checked once a day, because that looks at months of placements. All of it works from
/// the table alone and never repeats anything.
public final class WatchLists {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_PAST = Duration.ofMinutes(30);

    /// 5:30 UTC, nighttime in America.
    private static final Duration AT_NIGHT = Duration.ofHours(5).plus(HALF_PAST);

    /// A process that has just started always makes this check: it costs little, and the process
    /// before it may not have.
    private final Rounds roster = Rounds.every(HOUR).from(HALF_PAST).withGrace(HOUR);

    private final Rounds night = Rounds.every(Duration.ofDays(1)).from(AT_NIGHT).withGrace(HOUR);

    private final PingQueue queue;
    private final InstantSource clock;

    public WatchLists(PingQueue queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    public void tick() {
        Instant now = clock.instant();
        if (roster.isDue(now)) {
            queue.errand(new Errand.CatchUp(), Duration.ZERO);
            roster.done(now);
        }
        if (night.isDue(now)) {
            queue.errand(new Errand.RosterChanged(), Duration.ZERO);
            queue.errand(new Errand.RulesChanged(), Duration.ZERO);
            night.done(now);
        }
    }
}
