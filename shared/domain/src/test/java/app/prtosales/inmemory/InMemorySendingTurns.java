package app.prtosales.inmemory;

import app.prtosales.delivery.SendingTurns;
import java.time.Instant;
import java.util.Optional;

/// The last turn, in memory.
public final class InMemorySendingTurns implements SendingTurns {

    private Optional<Instant> last = Optional.empty();
    private volatile boolean down;

    /// Makes the storage unavailable, or available again.
    public void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public synchronized Optional<Instant> last() {
        check();
        return last;
    }

    @Override
    public synchronized boolean take(Optional<Instant> before, Instant turn) {
        check();
        boolean isNext = last.equals(before);
        if (isNext) {
            last = Optional.of(turn);
        }
        return isNext;
    }

    private void check() {
        if (down) {
            throw new Unavailable("down", new IllegalStateException("down"));
        }
    }
}
