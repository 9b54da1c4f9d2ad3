package app.prtosales.aws.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemPaceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final VirtualTime time = new VirtualTime();

    @Test
    void a_sender_keeps_to_its_share_in_any_one_second() {
        List<Long> turns = turns(pace(14, 2), 700);

        for (int i = 7; i < turns.size(); i++) {
            assertThat(turns.get(i) - turns.get(i - 7)).isGreaterThan(SECOND);
        }
    }

    @Test
    void what_it_sends_is_more_than_95_percent_of_its_share() {
        List<Long> turns = turns(pace(14, 2), 700);

        assertThat(turns.getLast()).isLessThan((long) (100 * SECOND / 0.95));
    }

    @Test
    void a_pause_within_a_second_costs_nothing() {
        SystemPace pace = pace(14, 2);
        turns(pace, 4);
        time.now += SECOND / 2;

        List<Long> after = turns(pace, 4);

        assertThat(after.getFirst()).isEqualTo(SECOND / 2);
        assertThat(after.getLast()).isLessThan(SECOND + SECOND / 20);
    }

    @Test
    void a_long_pause_is_not_made_up_for() {
        SystemPace pace = pace(14, 2);
        turns(pace, 7);
        time.now += 60 * SECOND;

        List<Long> after = turns(pace, 8);

        assertThat(after.getLast() - after.getFirst()).isGreaterThan(SECOND);
    }

    @Test
    void a_share_of_less_than_one_a_second_is_one_mail_in_a_longer_time() {
        List<Long> turns = turns(pace(1, 2), 3);

        assertThat(turns.get(1) - turns.get(0)).isGreaterThan(2 * SECOND);
        assertThat(turns.get(2) - turns.get(1)).isGreaterThan(2 * SECOND);
    }

    @Test
    void no_share_is_so_small_that_a_claim_runs_out_before_its_mail_goes() {
        List<Long> turns = turns(pace(1, 1_000), 2);

        assertThat(turns.getLast()).isLessThan(11 * SECOND);
    }

    private SystemPace pace(double perSecond, int senders) {
        Company.Mailbox postman = new Company.Mailbox();
        postman.quota(perSecond, 1_000_000);
        return new SystemPace(postman, senders, time);
    }

    private List<Long> turns(SystemPace pace, int mails) {
        List<Long> turns = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            pace.await();
            turns.add(time.now);
        }
        return turns;
    }

    private static final class VirtualTime implements SystemPace.Time {

        private long now;

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
