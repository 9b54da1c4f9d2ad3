package app.prtosales.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The real time, a day and an hour late until it is caught up: what is seeded meanwhile is due by
/// then, so that the sample event of the tick finds a deadline that has passed. In between it can
/// be ten days late, so that the company has a week behind it of which it can be told.
final class Yesterday implements InstantSource {

    private static final Duration LONG_AGO = Duration.ofDays(10);
    private static final Duration LATE = Duration.ofHours(25);

    private final InstantSource real;
    private volatile Duration late = LATE;

    Yesterday(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(late);
    }

    /// Nothing is scheduled anew by it: what ran by then does not run again.
    void toLongAgo() {
        late = LONG_AGO;
    }

    void toYesterday() {
        late = LATE;
    }

    void catchUp() {
        late = Duration.ZERO;
    }
}
