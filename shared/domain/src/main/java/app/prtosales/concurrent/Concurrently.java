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

/// Does the same for many at once, a bounded number at a time. On platform threads: what is done
/// here is to wait for AWS a few milliseconds at a time, and a virtual thread goes through the
/// JDK's poller for each of these waits (measured in `docs/performance.md`).
public final class Concurrently {

    /// Threads that have nothing to do for a minute end. They are kept until then, because to start
    /// and end one costs more than most of what they do (decision 335).
    private static final ExecutorService BESIDE =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("beside-", 0).factory());

    private Concurrently() {}

    /// The results in the order of the items. The first failure is thrown once all have ended.
    public static <T, R> List<R> map(List<T> items, int atOnce, Function<T, R> action) {
        List<FutureTask<R>> tasks =
                items.stream().map(item -> new FutureTask<>(() -> action.apply(item))).toList();
        Queue<FutureTask<R>> waiting = new ConcurrentLinkedQueue<>(tasks);
        for (int threads = 1; threads < Math.min(atOnce, tasks.size()); threads++) {
            BESIDE.execute(() -> workOff(waiting));
        }
        workOff(waiting);
        awaitEnd(tasks);
        return tasks.stream().map(Future::resultNow).toList();
    }

    /// Does the one in this thread and the other beside it. A failure is thrown once both have
    /// ended.
    public static <A, B> Both<A, B> both(Supplier<A> one, Supplier<B> other) {
        FutureTask<A> here = new FutureTask<>(one::get);
        FutureTask<B> beside = new FutureTask<>(other::get);
        BESIDE.execute(beside);
        here.run();
        awaitEnd(List.of(here, beside));
        return new Both<>(here.resultNow(), beside.resultNow());
    }

    /// What came of two.
    public record Both<A, B>(A one, B other) {}

    private static void workOff(Queue<? extends Runnable> waiting) {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    /// Waits for all, and throws the first failure.
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
