package app.prtosales.aws.mail;

import app.prtosales.delivery.Postman;
import app.prtosales.distribution.Pace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Keeps one instance to its share of SES's rate: as many mails in any one second as are its share,
/// and no more. What a pause between two chunks took is made up for within the second, which even
/// spaces could not do.
public final class SystemPace implements Pace {

    /// A little longer than a second, so that mails that take turns on their way to SES do not come
    /// to be too many in one second there.
    private static final long SECOND = TimeUnit.MILLISECONDS.toNanos(1_048);

    /// The slowest sender mails this often, whatever its share.
    private static final double SLOWEST = 0.1;

    private final Postman postman;
    private final int senders;
    private final Time time;

    /// When the latest mails went, the earliest first: as many as may go in a second.
    private final Deque<Long> turns = new ArrayDeque<>();

    /// @param senders how many instances send at once; the rate is shared among them
    public SystemPace(Postman postman, int senders) {
        this(postman, senders, new RealTime());
    }

    /// @param time what it measures and waits with
    public SystemPace(Postman postman, int senders, Time time) {
        this.postman = postman;
        this.senders = senders;
        this.time = time;
    }

    /// A time that passes by itself, in nanoseconds from anywhere.
    public interface Time {

        long now();

        void sleepUntil(long then);
    }

    @Override
    public void await() {
        time.sleepUntil(turn());
    }

    private synchronized long turn() {
        double share = Math.max(postman.account().perSecond() / senders, SLOWEST);
        int atOnce = Math.max((int) share, 1);
        long window = share < 1 ? (long) (SECOND / share) : SECOND;
        while (turns.size() > atOnce) {
            turns.removeFirst();
        }
        long turn = time.now();
        if (turns.size() == atOnce) {
            turn = Math.max(turn, turns.removeFirst() + window);
        }
        turns.addLast(turn);
        return turn;
    }

    private static final class RealTime implements Time {

        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void sleepUntil(long then) {
            long wait = then - System.nanoTime();
            while (wait > 0) {
                LockSupport.parkNanos(wait);
                wait = then - System.nanoTime();
            }
        }
    }
}
