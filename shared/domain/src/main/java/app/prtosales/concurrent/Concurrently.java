package app.prtosales.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/// Does the same for many at once, a bounded number at a time. On platform threads: what is done
/// here is to wait for AWS a few milliseconds at a time, and a virtual thread goes through the
/// JDK's poller for each of these waits (measured in `docs/performance.md`).
public final class Concurrently {

    private Concurrently() {}

    /// The results in the order of the items. The first failure is thrown once all have ended.
    public static <T, R> List<R> map(List<T> items, int atOnce, Function<T, R> action) {
        int threads = Math.max(1, Math.min(atOnce, items.size()));
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<R>> running =
                    items.stream().map(item -> workers.submit(() -> action.apply(item))).toList();
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> each : running) {
                results.add(result(each));
            }
            return results;
        }
    }

    /// Does the one in this thread and the other beside it. A failure is thrown once both have
    /// ended.
    public static <A, B> Both<A, B> both(Supplier<A> one, Supplier<B> other) {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<B> running = beside.submit(other::get);
            A done = one.get();
            return new Both<>(done, result(running));
        }
    }

    /// What came of two.
    public record Both<A, B>(A one, B other) {}

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException ours -> throw ours;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
