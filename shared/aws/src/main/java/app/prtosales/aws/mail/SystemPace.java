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

/// Keeps an instance to its share of SES's rate: no more emails in any one second than the share.
/// Time lost between two chunks is made up within the second, which even spacing could not do.
///
/// If the share is less than one email a second, all instances take turns instead, because two that
/// each keep to their share could still send in the same second.
public final class SystemPace implements Pace {

    /// A little more than a second, so that variations on the way to SES cannot bunch too many
    /// emails into one second there.
    private static final long SECOND = TimeUnit.MILLISECONDS.toNanos(1_048);

    /// The minimum rate of a sender, whatever its share.
    private static final double SLOWEST = 0.1;

    /// How far in advance a turn is reserved.
    private static final Duration AHEAD = Duration.ofMillis(100);

    /// After losing this many races for a turn, give up: there are not that many other senders.
    private static final int TRIES = 20;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(30);

    private final Postman postman;
    private final int senders;
    private final SendingTurns turns;
    private final InstantSource clock;
    private final Time time;

    /// When the last emails were sent, oldest first: as many as are allowed in a second.
    private final Deque<Long> lastSent = new ArrayDeque<>();

    /// Only one email of this instance waits for a turn at a time, so that at most one turn per
    /// sender is reserved in advance.
    private final ReentrantLock inLine = new ReentrantLock(true);

    /// @param senders the number of instances that send at once and share the rate
    /// @param turns the turns shared by the instances
    public SystemPace(Postman postman, int senders, SendingTurns turns, InstantSource clock) {
        this(postman, senders, turns, clock, new RealTime(clock));
    }

    /// @param time measures and waits
    public SystemPace(
            Postman postman, int senders, SendingTurns turns, InstantSource clock, Time time) {
        this.postman = postman;
        this.senders = senders;
        this.turns = turns;
        this.clock = clock;
        this.time = time;
    }

    /// A monotonic clock, in nanoseconds from an arbitrary origin.
    public interface Time {

        long now();

        void sleepUntil(long then);
    }

    @Override
    public boolean await(Instant latest) {
        long end = time.now() + Duration.between(clock.instant(), latest).toNanos();
        double perSecond = perSecond();
        return perSecond < senders
                ? awaitTurn(perSecond, end)
                : sleepUntil(ours(perSecond, end), end);
    }

    /// @return false without having slept if `then` is after `end`
    private boolean sleepUntil(long then, long end) {
        if (then > end) {
            return false;
        }
        time.sleepUntil(then);
        return true;
    }

    private double perSecond() {
        try {
            return postman.account().perSecond();
        } catch (SdkException noAnswer) {
            throw new NoAnswer(noAnswer);
        }
    }

    private boolean awaitTurn(double perSecond, long end) {
        if (!isNextInLine(end)) {
            return false;
        }
        try {
            return sleepUntil(shared(perSecond, end).orElseGet(() -> ours(perSecond, end)), end);
        } finally {
            inLine.unlock();
        }
    }

    /// Waits for the emails of this instance that are ahead in line.
    private boolean isNextInLine(long end) {
        try {
            return inLine.tryLock(Math.max(end - time.now(), 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A turn that no other instance has. One that would come after `end` is not taken, so that
    /// another instance can have it.
    ///
    /// @return empty if none could be reserved; then each instance keeps to its share, and emails
    ///   that SES refuses because two met in a second are sent later
    private Optional<Long> shared(double perSecond, long end) {
        Duration apart = Duration.ofNanos((long) (SECOND / Math.max(perSecond, SLOWEST)));
        try {
            for (int i = 0; i < TRIES; i++) {
                long begin = time.now();
                Instant now = clock.instant();
                Optional<Instant> last = turns.last();
                Instant turn = after(last, now, apart);
                long then = begin + Duration.between(now, turn).toNanos();
                if (then > end) {
                    return Optional.of(then);
                }
                if (turns.take(last, turn)) {
                    if (then >= time.now()) {
                        return Optional.of(then);
                    }
                } else {
                    // Not ThreadLocalRandom: instances restored from the same snapshot would draw
                    // the same numbers.
                    time.sleepUntil(time.now() + new SecureRandom().nextLong(LONGEST_PAUSE));
                }
            }
        } catch (SendingTurns.Unavailable eachKeepsToItsShare) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// The next turn. A turn further ahead than all senders together could have reserved comes from
    /// a clock that was set back, and is ignored.
    private Instant after(Optional<Instant> last, Instant now, Duration apart) {
        Instant soonest = now.plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
        Instant furthest = soonest.plus(apart.multipliedBy(2L * senders + 1));
        return last.map(before -> before.plus(apart).truncatedTo(ChronoUnit.MILLIS).plusMillis(1))
                .filter(next -> next.isAfter(soonest) && next.isBefore(furthest))
                .orElse(soonest);
    }

    /// This instance's share, as if every instance were sending all the time. A turn after `end` is
    /// left to the next email.
    private synchronized long ours(double perSecond, long end) {
        double share = Math.max(perSecond / senders, SLOWEST);
        int atOnce = Math.max((int) share, 1);
        long window = share < 1 ? (long) (SECOND / share) : SECOND;
        while (lastSent.size() > atOnce) {
            lastSent.removeFirst();
        }
        long turn = time.now();
        if (lastSent.size() == atOnce) {
            turn = Math.max(turn, lastSent.getFirst() + window);
        }
        if (turn <= end) {
            lastSent.addLast(turn);
        }
        return turn;
    }

    /// The monotonic clock, moved ahead whenever the wall clock jumps ahead of it: the instance was
    /// frozen, or the local runner's clock was moved. No email waits for a second that is over.
    private static final class RealTime implements Time {

        private final InstantSource clock;
        private Instant lastInstant;
        private long lastNanos = System.nanoTime();
        private long skipped;

        RealTime(InstantSource clock) {
            this.clock = clock;
            this.lastInstant = clock.instant();
        }

        @Override
        public synchronized long now() {
            Instant instant = clock.instant();
            long nanos = System.nanoTime();
            long ahead =
                    Duration.between(lastInstant, instant).minusNanos(nanos - lastNanos).toNanos();
            if (ahead > SECOND) {
                skipped += ahead;
            }
            lastInstant = instant;
            lastNanos = nanos;
            return nanos + skipped;
        }

        @Override
        public void sleepUntil(long then) {
            long wait = then - now();
            while (wait > 0) {
                LockSupport.parkNanos(wait);
                wait = then - now();
            }
        }
    }
}
