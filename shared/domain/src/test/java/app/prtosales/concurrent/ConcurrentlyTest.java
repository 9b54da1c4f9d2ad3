package app.prtosales.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConcurrentlyTest {

    @Test
    void results_come_in_the_order_of_the_items() {
        List<Integer> items = IntStream.range(0, 100).boxed().toList();

        assertThat(Concurrently.map(items, 8, each -> each * 2))
                .isEqualTo(items.stream().map(each -> each * 2).toList());
        assertThat(Concurrently.map(List.<Integer>of(), 8, each -> each)).isEmpty();
    }

    @Test
    void as_many_actions_as_allowed_run_at_once_and_never_more() {
        AtomicInteger underWay = new AtomicInteger();
        // Each action waits for two others, so with fewer than three threads none of the twelve
        // would finish.
        CyclicBarrier three = new CyclicBarrier(3);

        List<Integer> seen =
                Concurrently.map(
                        IntStream.range(0, 12).boxed().toList(),
                        3,
                        each -> {
                            int now = underWay.incrementAndGet();
                            meet(three);
                            underWay.decrementAndGet();
                            return now;
                        });

        assertThat(seen).allMatch(now -> now <= 3).contains(3);
    }

    @Test
    void the_first_failure_is_thrown_after_all_have_finished() {
        AtomicInteger ended = new AtomicInteger();

        assertThatThrownBy(() ->
                        Concurrently.map(
                                IntStream.range(0, 20).boxed().toList(),
                                4,
                                each -> {
                                    if (each == 3 || each == 7) {
                                        throw new IllegalArgumentException("item " + each);
                                    }
                                    return ended.incrementAndGet();
                                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item 3");

        assertThat(ended).hasValue(18);
    }

    @Test
    void an_error_is_thrown_unchanged() {
        assertThatThrownBy(() ->
                        Concurrently.map(
                                List.of(1, 2),
                                2,
                                each -> {
                                    throw new AssertionError("died at " + each);
                                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("died at 1");
    }

    @Test
    void both_run_in_parallel_and_have_finished_before_a_failure_is_thrown() {
        CountDownLatch reached = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();

        assertThatThrownBy(() ->
                        Concurrently.both(
                                () -> {
                                    awaitZero(reached);
                                    throw new IllegalArgumentException("the one");
                                },
                                () -> {
                                    reached.countDown();
                                    return ended.incrementAndGet();
                                }))
                .hasMessage("the one");

        assertThat(ended).hasValue(1);
    }

    @Test
    void an_idle_thread_is_reused() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 200; i++) {
            Concurrently.both(() -> "here", () -> threads.add(Thread.currentThread()));
        }

        assertThat(threads).hasSizeLessThan(50);
    }

    @Test
    void nested_calls_finish() {
        List<Integer> tens = IntStream.range(0, 10).boxed().toList();

        assertThat(
                        Concurrently.map(
                                tens,
                                4,
                                ten -> Concurrently.map(tens, 4, one -> 10 * ten + one).size()))
                .containsOnly(10);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
