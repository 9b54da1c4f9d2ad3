package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.mail.SystemPace;
import app.prtosales.delivery.SendingTurns;
import app.prtosales.inmemory.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Several senders share a rate that is smaller than their number. Tested on a real table: the rate
/// is never exceeded in any one second.
@Tag("long")
class RaceForATurnTest {

    private static final int SENDERS = 8;
    private static final int PER_SECOND = 7;
    private static final int MAILS = 5;

    /// A sender waits by the monotonic clock, while turns use the wall clock.
    private static final Duration CLOCKS_DIFFER = Duration.ofMillis(20);

    @Test
    void senders_racing_for_turns_never_exceed_the_rate_in_any_one_second()
            throws InterruptedException, ExecutionException {
        Database database = Database.empty();
        Company.Mailbox postman = new Company.Mailbox();
        postman.quota(PER_SECOND, 1_000_000);
        Taken taken = new Taken(new DynamoSendingTurns(database.dynamo(), database.table()));
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                SystemPace pace = new SystemPace(postman, SENDERS, taken, InstantSource.system());
                running.add(
                        threads.submit(() -> {
                            for (int mail = 0; mail < MAILS; mail++) {
                                pace.await(Instant.now().plus(Duration.ofMinutes(1)));
                                taken.mailed.add(Instant.now());
                            }
                        }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        List<Instant> mailed = taken.mailed.stream().sorted().toList();
        assertThat(mailed).hasSize(SENDERS * MAILS);
        List<Instant> turns = List.copyOf(taken.turns);
        assertThat(turns).hasSizeGreaterThanOrEqualTo(SENDERS * MAILS);
        for (int i = PER_SECOND; i < turns.size(); i++) {
            assertThat(Duration.between(turns.get(i - PER_SECOND), turns.get(i)))
                    .isGreaterThan(Duration.ofSeconds(1));
        }
        for (int i = 0; i < mailed.size(); i++) {
            assertThat(mailed.get(i)).isAfterOrEqualTo(turns.get(i).minus(CLOCKS_DIFFER));
        }
    }

    /// Records the turns taken, and when an email was sent.
    private static final class Taken implements SendingTurns {

        private final SendingTurns onTheTable;
        private final ConcurrentSkipListSet<Instant> turns = new ConcurrentSkipListSet<>();
        private final Queue<Instant> mailed = new ConcurrentLinkedQueue<>();

        Taken(SendingTurns turns) {
            this.onTheTable = turns;
        }

        @Override
        public Optional<Instant> last() {
            return onTheTable.last();
        }

        @Override
        public boolean take(Optional<Instant> last, Instant turn) {
            boolean isOurs = onTheTable.take(last, turn);
            if (isOurs) {
                assertThat(turns.add(turn)).isTrue();
            }
            return isOurs;
        }
    }
}
