package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The queue may deliver a message to several senders; each email is still sent once. Runs on a
/// real table.
@Tag("long")
class RaceForAChunkTest {

    private static final int REPS = PingQueue.CHUNK;

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void senders_racing_on_one_chunk_never_send_an_email_twice(int senders)
            throws InterruptedException, ExecutionException {
        Database database = Database.empty();
        OnTheTable table = new OnTheTable(database.dynamo(), database.table());
        Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), table);
        company.reps(REPS);
        company.submit(Samples.submission());
        company.workOnce();
        Message chunk =
                company.queue.messages.stream()
                        .filter(message -> message.reps().size() == REPS)
                        .findFirst()
                        .orElseThrow();

        race(senders, () -> company.work(chunk));

        assertThat(company.mailbox.mails)
                .extracting(OutgoingMail::id)
                .filteredOn(id -> id.kind() == MailKind.PING)
                .doesNotHaveDuplicates()
                .hasSize(REPS)
                .allMatch(id -> id.equals(ping(chunk.placement(), id)));
        assertThat(table.ledger.pingsAbout(chunk.placement().value()))
                .hasSize(REPS)
                .allMatch(row -> row.state() == DeliveryState.ACCEPTED)
                .noneMatch(Delivery::possibleDuplicate);
    }

    private static DeliveryId ping(PlacementId placement, DeliveryId id) {
        return new DeliveryId(placement.value(), id.recipient(), MailKind.PING);
    }

    private static void race(int senders, Runnable send)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                running.add(threads.submit(send));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }
}
