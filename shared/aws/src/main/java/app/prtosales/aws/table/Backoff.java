package app.prtosales.aws.table;

import java.security.SecureRandom;
import java.time.Duration;

/// Waits a little before something is tried once more: longer each time, and never two callers
/// alike: not even two that SnapStart restored from one picture, which would share what
/// `ThreadLocalRandom` draws.
final class Backoff {

    /// How often something is tried before it is given up: the waits add up to some four seconds.
    static final int ATTEMPTS = 9;

    private static final long FIRST_MILLISECONDS = 10;
    private static final long LONGEST_MILLISECONDS = 1_000;

    private Backoff() {}

    /// @param attempt counted from 1: the one that has just failed
    static void pause(int attempt) {
        long longest = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS << attempt);
        long half = longest / 2;
        try {
            Thread.sleep(Duration.ofMillis(half + new SecureRandom().nextLong(half + 1)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", stopped);
        }
    }
}
