package app.prtosales.aws.table;

import java.security.SecureRandom;
import java.time.Duration;

/// Pauses before a retry: longer each time, and differently for each caller. Not even two instances
/// that SnapStart restored from the same snapshot pause alike, which they would with
/// `ThreadLocalRandom`.
final class Backoff {

    /// The number of attempts before giving up; the pauses between them add up to at most 3.3
    /// seconds.
    static final int ATTEMPTS = 9;

    private static final long FIRST_MILLISECONDS = 10;
    private static final long LONGEST_MILLISECONDS = 1_000;

    private Backoff() {}

    /// @param attempt the number of the attempt that just failed, from 1
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
