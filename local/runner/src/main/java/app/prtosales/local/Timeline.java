package app.prtosales.local;

import app.prtosales.local.edges.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Advances the product's time: continuously with real time, or in jumps from one due instant to
/// the next.
final class Timeline implements AutoCloseable {

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How far the clock may advance between the time a caller reads it and the time it is moved.
    private static final Duration RUNS_ON = Duration.ofSeconds(1);

    private final ProductClock clock;
    private final Work work;
    private final List<Due> dues;
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread beat;

    Timeline(ProductClock clock, Work work, List<? extends Due> dues) {
        this.clock = clock;
        this.work = work;
        this.dues = List.copyOf(dues);
        this.beat = Thread.ofPlatform().daemon().name("timeline").unstarted(this::pass);
    }

    /// Starts the continuous advance.
    void start() {
        beat.start();
    }

    Instant now() {
        return clock.instant();
    }

    /// Moves the clock to an instant and, in order, does everything that falls due on the way, each
    /// thing at its time. An instant that has just passed means now.
    ///
    /// @return false when the instant is in the past
    boolean moveTo(Instant target) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant now = clock.instant();
            if (target.isBefore(now.minus(RUNS_ON))) {
                return false;
            }
            Instant end = target.isBefore(now) ? now : target;
            settle();
            List<DueAt> coming = coming(true, end);
            while (!coming.isEmpty()) {
                clock.moveTo(coming.getFirst().instant);
                fire(coming);
                settle();
                coming = coming(true, end);
            }
            clock.moveTo(end);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Does what is due now, and waits until no task is running.
    void settleNow() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            fire(coming(true, clock.instant()));
            settle();
        } finally {
            lock.unlock();
        }
    }

    private record DueAt(Due due, Instant instant) {}

    /// What falls due up to an instant, in order.
    private List<DueAt> coming(boolean jumping, Instant until) {
        return dues.stream()
                .flatMap(due -> due.next(jumping).map(instant -> new DueAt(due, instant)).stream())
                .filter(at -> !at.instant.isAfter(until))
                .sorted(Comparator.comparing(DueAt::instant))
                .toList();
    }

    /// Runs those that are due by now.
    private void fire(List<DueAt> coming) {
        Instant now = clock.instant();
        coming.stream().filter(at -> !at.instant.isAfter(now)).forEach(at -> at.due.fire(now));
    }

    private void settle() throws InterruptedException {
        if (!work.awaitNothing(PATIENCE)) {
            throw new IllegalStateException(
                    "a task is still running after " + PATIENCE.toMinutes() + " minutes");
        }
    }

    private void pass() {
        while (!Thread.currentThread().isInterrupted()) {
            if (lock.tryLock()) {
                try {
                    fire(coming(false, clock.instant()));
                } finally {
                    lock.unlock();
                }
            }
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        beat.interrupt();
    }
}
