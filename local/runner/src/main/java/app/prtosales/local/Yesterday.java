package app.prtosales.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs a day and an hour behind real time until it catches up. A placement seeded in
/// the meantime is due afterward, so the sample event for the tick finds a deadline that has
/// passed. The clock can also start ten days behind, so that the company has a week of history to
/// report on.
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

    /// Goes further back. Nothing is rescheduled: schedules that already ran do not run again for
    /// these days.
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
