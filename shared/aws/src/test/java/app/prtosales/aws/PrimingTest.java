package app.prtosales.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class PrimingTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<String> done = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void outside_snap_start_registering_runs_nothing() {
        primed(() -> done.add("loaded"));

        assertThat(done).isEmpty();
    }

    @Test
    void each_step_runs_in_order_before_the_snapshot() {
        Priming priming = primed(() -> done.add("read"), () -> done.add("rendered"));

        priming.beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).containsExactly("read", "rendered");
        assertThat(priming).isInstanceOf(Resource.class);
        assertThat(lines).isEmpty();
    }

    /// As while a new role is still reaching the rest of AWS.
    @Test
    void a_failing_step_is_tried_again() {
        primed(
                        () -> {
                            done.add("try");
                            if (now.isBefore(NOON.plusSeconds(10))) {
                                throw new IllegalStateException("AccessDenied");
                            }
                        })
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).hasSize(5);
        assertThat(now).isEqualTo(NOON.plusSeconds(15));
        assertThat(lines).isEmpty();
    }

    @Test
    void a_step_that_keeps_failing_is_skipped_within_a_minute_and_logged() {
        primed(
                        () -> {
                            throw new IllegalStateException("no table");
                        },
                        () -> done.add("the next"))
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(now).isBetween(NOON.plusSeconds(30), NOON.plus(Priming.PATIENCE));
        assertThat(done).containsExactly("the next");
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("not primed", "no table", "\"level\":\"WARN\"");
    }

    @Test
    void no_retry_starts_more_than_a_minute_after_the_first_try() {
        primed(
                        () -> {
                            done.add("try");
                            now = now.plusSeconds(59);
                            throw new IllegalStateException("timed out");
                        })
                .beforeCheckpoint(Core.getGlobalContext());

        assertThat(done).hasSize(2);
        assertThat(lines).hasSize(1);
    }

    private Priming primed(Runnable... steps) {
        return Priming.register(
                () -> now,
                (Duration wait) -> now = now.plus(wait),
                CollectedLog.into(lines),
                steps);
    }
}
