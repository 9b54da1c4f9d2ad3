package app.prtosales.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that tests can move.
public final class MovableClock implements InstantSource {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
