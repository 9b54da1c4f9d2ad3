package app.prtosales.concurrent;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs the same action on many items, with a limit on how many run at once. It uses platform
/// threads: the work is mostly waiting a few milliseconds at a time for AWS, and each such wait
/// takes a virtual thread through the JDK's poller (measured in `docs/performance.md`).
public final class Concurrently {

    /// Idle threads are kept for a minute, because starting and ending one costs more than most of
    /// the work that a thread does (decision 335).
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("concurrent-", 0).factory());

    private Concurrently() {}

    /// Returns the results in the order of the items. If actions fail, the failure of the first
    /// such item is thrown after all have finished.
    public static <T, R> List<R> map(List<T> items, int atOnce, Function<T, R> action) {
        List<FutureTask<R>> tasks =
                items.stream().map(item -> new FutureTask<>(() -> action.apply(item))).toList();
        Queue<FutureTask<R>> waiting = new ConcurrentLinkedQueue<>(tasks);
        for (int threads = 1; threads < Math.min(atOnce, tasks.size()); threads++) {
            THREADS.execute(() -> drain(waiting));
        }
        drain(waiting);
        awaitEnd(tasks);
        return tasks.stream().map(Future::resultNow).toList();
    }

    /// Runs the first supplier in this thread and the second in another. A failure is thrown after
    /// both have finished.
    public static <A, B> Both<A, B> both(Supplier<A> one, Supplier<B> other) {
        FutureTask<A> first = new FutureTask<>(one::get);
        FutureTask<B> second = new FutureTask<>(other::get);
        THREADS.execute(second);
        first.run();
        awaitEnd(List.of(first, second));
        return new Both<>(first.resultNow(), second.resultNow());
    }

    /// The two results.
    public record Both<A, B>(A one, B other) {}

    private static void drain(Queue<? extends Runnable> waiting) {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    /// Waits for all tasks, then throws the first failure.
    private static void awaitEnd(List<? extends Future<?>> all) {
        Throwable failure = null;
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (InterruptedException interrupted) {
                all.forEach(running -> running.cancel(true));
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            } catch (ExecutionException failed) {
                failure = failure == null ? failed.getCause() : failure;
            }
        }
        switch (failure) {
            case null -> {}
            case RuntimeException ours -> throw ours;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }
}
