package app.prtosales.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Rounds rounds = Rounds.every(Duration.ofMinutes(5));

    @Test
    void a_step_is_due_once_in_each_period() {
        assertThat(done("12:00:03", "12:01:03", "12:04:03", "12:05:03", "12:06:03"))
                .containsExactly("12:00:03", "12:05:03");
    }

    @Test
    void a_tick_that_reads_the_clock_a_minute_late_does_the_step() {
        assertThat(done("12:00:59", "12:04:59", "12:06:00"))
                .containsExactly("12:00:59", "12:06:00");
    }

    @Test
    void missed_ticks_skip_no_step() {
        assertThat(done("12:00:03", "12:13:03", "12:14:03"))
                .containsExactly("12:00:03", "12:13:03");
    }

    @Test
    void a_process_that_starts_within_a_period_leaves_its_step_to_the_process_before_it() {
        assertThat(done("12:01:03", "12:04:03", "12:06:03")).containsExactly("12:06:03");
    }

    @Test
    void a_process_that_starts_within_a_longer_grace_period_does_the_step_itself() {
        Rounds careful = rounds.withGrace(Duration.ofMinutes(3));

        assertThat(careful.isDue(at("12:02:59"))).isTrue();
        assertThat(careful.isDue(at("12:03:00"))).isFalse();
    }

    @Test
    void periods_may_begin_at_any_minute() {
        Rounds halfPast = Rounds.every(Duration.ofHours(1)).from(Duration.ofMinutes(30));

        assertThat(halfPast.isDue(at("12:30:59"))).isTrue();
        assertThat(halfPast.isDue(at("12:00:00"))).isFalse();
    }

    @Test
    void a_step_that_failed_is_due_again() {
        assertThat(rounds.isDue(at("12:00:03"))).isTrue();
        assertThat(rounds.isDue(at("12:00:50"))).isTrue();
    }

    /// The ticks, among these, that did the step.
    private List<String> done(String... ticks) {
        return Stream.of(ticks)
                .filter(tick -> {
                    boolean due = rounds.isDue(at(tick));
                    if (due) {
                        rounds.done(at(tick));
                    }
                    return due;
                })
                .toList();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-06-24T%sZ".formatted(time));
    }
}
