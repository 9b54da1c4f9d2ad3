package app.prtosales.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LazyTest {

    private final AtomicInteger created = new AtomicInteger();

    @Test
    void a_value_is_created_once_and_not_before_it_is_needed() {
        Lazy<Integer> lazy = new Lazy<>(created::incrementAndGet);
        assertThat(created).hasValue(0);

        assertThat(lazy.get()).isEqualTo(1);
        assertThat(lazy.get()).isEqualTo(1);
    }

    @Test
    void after_a_failure_the_next_call_tries_again() {
        Lazy<Integer> lazy =
                new Lazy<>(() -> {
                    if (created.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                    return created.get();
                });

        assertThatThrownBy(lazy::get).hasMessage("not yet");
        assertThat(lazy.get()).isEqualTo(2);
    }
}
