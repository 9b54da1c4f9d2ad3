package app.prtosales.aws.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.InMemorySendingTurns;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SystemPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final VirtualTime time = new VirtualTime();
    private final InMemorySendingTurns shared = new InMemorySendingTurns();

    @Test
    void a_sender_keeps_to_its_share_in_any_one_second() {
        List<Long> turns = turns(pace(14, 2), 700);

        for (int i = 7; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 7)).isGreaterThan(SECOND);
        }
    }

    @Test
    void a_sender_uses_more_than_95_percent_of_its_share() {
        List<Long> turns = turns(pace(14, 2), 700);

        assertThat(turns.getLast()).isLessThan((long) (100 * SECOND / 0.95));
    }

    @Test
    void a_pause_within_a_second_does_not_slow_a_sender_down() {
        SystemPace pace = pace(14, 2);
        turns(pace, 4);
        time.now += SECOND / 2;

        List<Long> after = turns(pace, 4);

        assertThat(after.getFirst()).isEqualTo(SECOND / 2);
        assertThat(after.getLast()).isLessThan(SECOND + SECOND / 20);
    }

    @Test
    void a_sender_does_not_catch_up_after_a_long_pause() {
        SystemPace pace = pace(14, 2);
        turns(pace, 7);
        time.now += 60 * SECOND;

        List<Long> after = turns(pace, 8);

        assertThat(after.getLast() - after.getFirst()).isGreaterThan(SECOND);
    }

    @Test
    void a_rate_smaller_than_the_number_of_senders_is_shared() {
        SystemPace one = pace(1, 2);
        SystemPace other = pace(1, 2);

        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            turns.addAll(turns(one, 1));
            turns.addAll(turns(other, 1));
        }

        for (int i = 1; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 1)).isGreaterThan(SECOND);
        }
        assertThat(turns.getLast()).isLessThan((long) (200 * SECOND / 0.95));
    }

    @Test
    void a_single_sender_may_use_the_whole_small_rate() {
        List<Long> turns = turns(pace(1, 2), 100);

        assertThat(turns.getLast()).isLessThan((long) (100 * SECOND / 0.95));
    }

    @Test
    void senders_with_an_email_a_second_each_take_no_turns() {
        turns(pace(2, 2), 10);

        assertThat(shared.last()).isEmpty();
    }

    @Test
    void a_turn_far_in_the_future_is_not_waited_for_after_a_clock_was_set_back() {
        shared.take(Optional.empty(), time.instant().plus(Duration.ofHours(24)));

        assertThat(turns(pace(1, 2), 2).getLast()).isLessThan(2 * SECOND);
    }

    @Test
    void each_sender_keeps_to_its_share_if_turns_are_unavailable() {
        shared.down(true);

        List<Long> turns = turns(pace(1, 2), 3);

        assertThat(turns.get(1) - turns.get(0)).isGreaterThan(2 * SECOND);
        assertThat(turns.get(2) - turns.get(1)).isGreaterThan(2 * SECOND);
    }

    @Test
    void no_share_is_so_small_that_a_sender_stops() {
        shared.down(true);

        List<Long> turns = turns(pace(1, 1_000), 2);

        assertThat(turns.getLast()).isLessThan(11 * SECOND);
    }

    @Test
    void a_turn_that_comes_too_late_is_neither_waited_for_nor_taken() {
        Instant taken = time.instant().plus(Duration.ofSeconds(3));
        shared.take(Optional.empty(), taken);

        assertThat(pace(1, 4).await(time.instant().plus(Duration.ofSeconds(2)))).isFalse();

        assertThat(time.now).isZero();
        assertThat(shared.last()).contains(taken);
    }

    @Test
    void a_turn_that_came_too_late_costs_none_of_the_senders_own_share() {
        SystemPace pace = pace(14, 2);
        turns(pace, 7);
        assertThat(pace.await(time.instant().plus(Duration.ofMillis(500)))).isFalse();
        assertThat(time.now).isZero();

        assertThat(turns(pace, 7).getLast()).isLessThan(SECOND + SECOND / 20);
    }

    /// A sender of SES's sandbox has eight emails in line for its turns, seconds apart.
    @Test
    void no_mail_in_line_behind_others_is_waited_for_longer_than_its_sender_can_wait()
            throws InterruptedException, ExecutionException {
        Company.Mailbox postman = new Company.Mailbox();
        postman.quota(1, 1_000_000);
        SystemPace pace = new SystemPace(postman, 4, shared, InstantSource.system());
        Instant latest = Instant.now().plus(Duration.ofMillis(700));

        Callable<Boolean> mail = () -> pace.await(latest);
        List<Boolean> gotTheirTurn = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(8, mail))) {
                gotTheirTurn.add(each.get());
            }
        }

        assertThat(Instant.now()).isBefore(latest.plus(Duration.ofSeconds(1)));
        assertThat(gotTheirTurn).containsOnlyOnce(true);
    }

    @Test
    void no_email_waits_for_a_second_that_a_clock_moved_ahead_has_passed() {
        Company.Mailbox postman = new Company.Mailbox();
        postman.quota(1, 1_000_000);
        AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);
        InstantSource clock = () -> Instant.now().plus(moved.get());
        SystemPace pace = new SystemPace(postman, 1, shared, clock);
        Instant before = Instant.now();

        for (int minute = 0; minute < 10; minute++) {
            moved.set(Duration.ofMinutes(minute));
            assertThat(pace.await(clock.instant().plusSeconds(30))).isTrue();
        }

        assertThat(Instant.now()).isBefore(before.plusSeconds(5));
    }

    private SystemPace pace(double perSecond, int senders) {
        Company.Mailbox postman = new Company.Mailbox();
        postman.quota(perSecond, 1_000_000);
        return new SystemPace(postman, senders, shared, time::instant, time);
    }

    private List<Long> turns(SystemPace pace, int mails) {
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            assertThat(pace.await(time.instant().plus(Duration.ofHours(1)))).isTrue();
            turns.add(time.now);
        }
        return turns;
    }

    private static final class VirtualTime implements SystemPace.Time {

        private long now;

        Instant instant() {
            return Samples.WEDNESDAY.plusNanos(now).truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long then) {
            now = Math.max(now, then);
        }
    }
}
