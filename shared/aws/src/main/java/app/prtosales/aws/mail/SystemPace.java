package app.prtosales.aws.mail;

import app.prtosales.delivery.Postman;
import app.prtosales.delivery.SendingTurns;
import app.prtosales.mailing.Pace;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.core.exception.SdkException;

/// Keeps one instance to its share of SES's rate: as many mails in any one second as are its share,
/// and no more. What a pause between two chunks took is made up for within the second, which even
/// spaces could not do.
///
/// Where the share is less than one mail a second, all instances take turns instead: two that each
/// keep to their share could still meet in one second.
public final class SystemPace implements Pace {

    /// A little longer than a second, so that mails that take turns on their way to SES do not come
    /// to be too many in one second there.
    private static final long SECOND = TimeUnit.MILLISECONDS.toNanos(1_048);

    /// The slowest sender mails this often, whatever its share.
    private static final double SLOWEST = 0.1;

    /// A turn is taken this long before it comes, so that it is there in time.
    private static final Duration AHEAD = Duration.ofMillis(100);

    /// Who loses as many races for a turn has lost to as many others, who are not so many.
    private static final int TRIES = 20;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(30);

    private final Postman postman;
    private final int senders;
    private final SendingTurns turns;
    private final InstantSource clock;
    private final Time time;

    /// When the latest mails went, the earliest first: as many as may go in a second.
    private final Deque<Long> latest = new ArrayDeque<>();

    /// One mail of this instance waits for its turn at a time, so that no more turns are taken
    /// ahead than there are senders.
    private final ReentrantLock inLine = new ReentrantLock(true);

    /// @param senders how many instances send at once; the rate is shared among them
    /// @param turns theirs
    public SystemPace(Postman postman, int senders, SendingTurns turns, InstantSource clock) {
        this(postman, senders, turns, clock, new RealTime());
    }

    /// @param time what it measures and waits with
    public SystemPace(
            Postman postman, int senders, SendingTurns turns, InstantSource clock, Time time) {
        this.postman = postman;
        this.senders = senders;
        this.turns = turns;
        this.clock = clock;
        this.time = time;
    }

    /// A time that passes by itself, in nanoseconds from anywhere.
    public interface Time {

        long now();

        void sleepUntil(long then);
    }

    @Override
    public void await() {
        double perSecond = perSecond();
        if (perSecond < senders) {
            awaitTurn(perSecond);
        } else {
            time.sleepUntil(ours(perSecond));
        }
    }

    private double perSecond() {
        try {
            return postman.account().perSecond();
        } catch (SdkException noAnswer) {
            throw new NoAnswer(noAnswer);
        }
    }

    private void awaitTurn(double perSecond) {
        inLine.lock();
        try {
            time.sleepUntil(shared(perSecond).orElseGet(() -> ours(perSecond)));
        } finally {
            inLine.unlock();
        }
    }

    /// A turn that no other instance has.
    ///
    /// @return empty when there is none to be had; then each keeps to its share, and what SES
    ///   refuses because two met in one second goes later
    private Optional<Long> shared(double perSecond) {
        Duration apart = Duration.ofNanos((long) (SECOND / Math.max(perSecond, SLOWEST)));
        try {
            for (int i = 0; i < TRIES; i++) {
                long begin = time.now();
                Instant now = clock.instant();
                Optional<Instant> last = turns.last();
                Instant turn = after(last, now, apart);
                if (turns.take(last, turn)) {
                    long then = begin + Duration.between(now, turn).toNanos();
                    if (then >= time.now()) {
                        return Optional.of(then);
                    }
                } else {
                    // Not ThreadLocalRandom: instances restored from one picture would draw alike.
                    time.sleepUntil(time.now() + new SecureRandom().nextLong(LONGEST_PAUSE));
                }
            }
        } catch (SendingTurns.NoTelling eachKeepsToItsShare) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// The next turn. One that lies further ahead than all senders together can have taken is of a
    /// clock that was set back, and is not waited for.
    private Instant after(Optional<Instant> last, Instant now, Duration apart) {
        Instant soonest = now.plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
        Instant furthest = soonest.plus(apart.multipliedBy(2L * senders + 1));
        return last.map(before -> before.plus(apart).truncatedTo(ChronoUnit.MILLIS).plusMillis(1))
                .filter(next -> next.isAfter(soonest) && next.isBefore(furthest))
                .orElse(soonest);
    }

    /// As if every instance sent all the time.
    private synchronized long ours(double perSecond) {
        double share = Math.max(perSecond / senders, SLOWEST);
        int atOnce = Math.max((int) share, 1);
        long window = share < 1 ? (long) (SECOND / share) : SECOND;
        while (latest.size() > atOnce) {
            latest.removeFirst();
        }
        long turn = time.now();
        if (latest.size() == atOnce) {
            turn = Math.max(turn, latest.removeFirst() + window);
        }
        latest.addLast(turn);
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
