package app.prtosales.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The real time, at first ten days late, so that the company has a week behind it of which it can
/// be told; then a day and an hour late until it is caught up: what is seeded meanwhile is due by
/// then, so that the sample event of the tick finds a deadline that has passed.
final class Yesterday implements InstantSource {

    private static final Duration AT_FIRST = Duration.ofDays(10);
    private static final Duration LATE = Duration.ofHours(25);

    private final InstantSource real;
    private volatile Duration late = AT_FIRST;

    Yesterday(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().minus(late);
    }

    void toYesterday() {
        late = LATE;
    }

    void catchUp() {
        late = Duration.ZERO;
    }
}
