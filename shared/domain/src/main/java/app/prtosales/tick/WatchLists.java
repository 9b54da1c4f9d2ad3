package app.prtosales.tick;

import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Makes up for news of a list that the queue did not take: a list is in force all the same. Who
/// joined has a day, so the roster is looked at every hour; new rules once a day, for that looks at
/// a quarter of placements. Both ask of the table alone what is to be done, and do nothing twice.
public final class WatchLists {

    private static final int MINUTE = 30;

    /// Five o'clock in UTC, a night hour in America.
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
