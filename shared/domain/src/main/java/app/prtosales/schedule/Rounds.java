package app.prtosales.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides which ticks do a step that is not due in every tick: the first tick of each period,
/// however late in the period it runs. If a tick starts late, fails or is left out, the next one
/// does the step, as long as the process remembers when it last did it.
///
/// A process that has just started remembers nothing. It does the step if the period began less
/// than the grace period ago, and otherwise assumes that the process before it did.
public final class Rounds {

    private static final Duration TICK = Duration.ofMinutes(1);

    private final Duration period;
    private final Duration offset;
    private final Duration grace;
    private volatile @Nullable Instant last;

    private Rounds(Duration period, Duration offset, Duration grace) {
        this.period = period;
        this.offset = offset;
        this.grace = grace;
    }

    /// Periods counted from midnight UTC, with a grace period of one tick.
    public static Rounds every(Duration period) {
        return new Rounds(period, Duration.ZERO, TICK);
    }

    /// The same, with periods that begin this long after midnight UTC.
    public Rounds from(Duration afterMidnight) {
        return new Rounds(period, afterMidnight, grace);
    }

    /// The same, with another grace period.
    public Rounds withGrace(Duration afterTheBeginning) {
        return new Rounds(period, offset, afterTheBeginning);
    }

    public boolean isDue(Instant now) {
        Instant began = beganAt(now);
        Instant done = last;
        if (done != null) {
            return !beganAt(done).equals(began);
        }
        boolean due = now.isBefore(began.plus(grace));
        last = due ? null : now;
        return due;
    }

    /// Records that the step was done, so that it is not due again in this period.
    public void done(Instant now) {
        last = now;
    }

    private Instant beganAt(Instant now) {
        long millis = now.toEpochMilli() - offset.toMillis();
        return Instant.ofEpochMilli(now.toEpochMilli() - Math.floorMod(millis, period.toMillis()));
    }
}
