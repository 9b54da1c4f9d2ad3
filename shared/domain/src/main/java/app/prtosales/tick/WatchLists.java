package app.prtosales.tick;

import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Catches list changes that were not announced to the queue, because a list applies either way.
/// New reps have only one day, so the roster is checked every hour; rules are checked once a day,
/// because that looks at a quarter's worth of placements. Both work from the table alone and never
/// repeat anything.
public final class WatchLists {

    private static final int MINUTE = 30;

    /// 5:00 UTC, nighttime in America.
    private static final int RULES_HOUR = 5;

    private final PingQueue queue;
    private final InstantSource clock;

    public WatchLists(PingQueue queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    public void tick() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        if (now.getMinute() != MINUTE) {
            return;
        }
        queue.errand(new Errand.RosterChanged(), Duration.ZERO);
        if (now.getHour() == RULES_HOUR) {
            queue.errand(new Errand.RulesChanged(), Duration.ZERO);
        }
    }
}
