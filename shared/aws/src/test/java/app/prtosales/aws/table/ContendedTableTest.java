package app.prtosales.aws.table;

import static app.prtosales.samples.Samples.ADA;
import static app.prtosales.samples.Samples.GRACE;
import static app.prtosales.samples.Samples.WEDNESDAY;
import static app.prtosales.samples.Samples.accepted;
import static app.prtosales.samples.Samples.listReplaced;
import static app.prtosales.samples.Samples.numbered;
import static app.prtosales.samples.Samples.placement;
import static app.prtosales.samples.Samples.repRows;
import static app.prtosales.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.directory.ListName;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// How the adapters behave if others write the same items, batches come back half done, or a
/// process dies between two writes.
@Tag("long")
class ContendedTableTest {

    private final Database database = Database.empty();
    private final FaultyDynamo dynamo = new FaultyDynamo(database.dynamo());
    private final DynamoPlacements placements = new DynamoPlacements(dynamo, database.table());
    private final DynamoHistory history = new DynamoHistory(dynamo, database.table());
    private final DynamoDirectoryStore directory =
            new DynamoDirectoryStore(dynamo, database.table());
    private final DynamoDirectoryStore rival =
            new DynamoDirectoryStore(database.dynamo(), database.table());

    @Test
    void a_transaction_that_conflicts_is_tried_again() {
        dynamo.conflicting(3);

        assertThat(add(placement())).isEqualTo(new Admission.Added());

        assertThat(dynamo.transactions()).isEqualTo(4);
    }

    @Test
    void a_transaction_that_always_conflicts_fails_after_the_last_attempt_and_stores_nothing() {
        dynamo.conflicting(Integer.MAX_VALUE);

        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> add(placement()));

        assertThat(dynamo.transactions()).isEqualTo(Backoff.ATTEMPTS);
        assertThat(placements.find(placement().id())).isEmpty();
    }

    @Test
    void repeating_a_transaction_after_a_crash_leads_to_the_same_state() {
        Placement placement = placement();
        add(placement);

        assertThat(add(placement)).isEqualTo(new Admission.SameRequest(placement.id()));

        assertThat(history.of(placement.id().value())).containsExactly(accepted(placement));
    }

    @Test
    void history_is_never_overwritten() {
        Placement placement = placement();
        add(placement);
        HistoryEntry sameKey = accepted(placement);
        HistoryEntry later =
                new HistoryEntry(
                        sameKey.subject(),
                        sameKey.at().plusNanos(1),
                        sameKey.by(),
                        "accepted",
                        null);

        placements.replace(placement.alsoSubmittedBy(GRACE.id()), List.of(later));

        assertThat(HistoryWriter.sortKey(later)).isEqualTo(HistoryWriter.sortKey(sameKey));
        assertThat(history.of(placement.id().value())).containsExactly(sameKey);
    }

    @Test
    void placements_that_a_batch_left_unread_are_read_again() {
        for (int i = 0; i < 5; i++) {
            add(placement(numbered(i), WEDNESDAY.plusSeconds(i)));
        }
        dynamo.halving(3);

        assertThat(placements.newest(5, null).placements())
                .extracting(each -> each.story().headline())
                .containsExactly("Story 4", "Story 3", "Story 2", "Story 1", "Story 0");
    }

    @Test
    void pages_that_a_batch_left_unwritten_are_written_again() {
        dynamo.halving(12);

        assertThat(replace(directory, 0, 700)).isTrue();

        assertThat(rival.load(ListName.REPS)).isEqualTo(new StoredList(1, repRows(700)));
    }

    @Test
    void only_one_of_two_simultaneous_replacements_of_a_list_wins() {
        AtomicBoolean rivalWon = new AtomicBoolean();
        dynamo.beforeTransaction(() -> rivalWon.set(replace(rival, 0, 200)));

        assertThat(replace(directory, 0, 300)).isFalse();

        assertThat(rivalWon).isTrue();
        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(1, repRows(200)));
        assertThat(pages()).hasSize(4);
    }

    @Test
    void storing_the_same_list_twice_at_once_removes_no_pages_of_the_other() {
        dynamo.beforeTransaction(() -> replace(rival, 0, 200));

        assertThat(replace(directory, 0, 200)).isFalse();

        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(1, repRows(200)));
    }

    @Test
    void reading_a_list_whose_pages_stay_missing_fails_after_the_last_attempt() {
        Map<String, AttributeValue> head =
                DirectoryItem.toItem(ListName.REPS, new DirectoryItem.Head(1, 1, "lost"));
        database.dynamo().putItem(put -> put.tableName(database.table()).item(head));
        MeteredDynamo metered = new MeteredDynamo(database.dynamo());
        DynamoDirectoryStore store = new DynamoDirectoryStore(metered.client(), database.table());

        assertThatIllegalStateException()
                .isThrownBy(() -> store.load(ListName.REPS))
                .withMessageContaining("pages of the list REPS are missing");

        assertThat(metered.meter().reads()).as("head and pages").isEqualTo(2 * Backoff.ATTEMPTS);
    }

    @Test
    void leftovers_of_a_crash_between_pages_and_head_are_removed_by_the_next_replacement() {
        replace(directory, 0, 64);
        dynamo.conflicting(Integer.MAX_VALUE);
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> replace(directory, 1, 640));
        dynamo.conflicting(0);
        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(1, repRows(64)));
        assertThat(pages()).hasSize(11);

        assertThat(replace(directory, 1, 128)).isTrue();

        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(2, repRows(128)));
        assertThat(pages()).hasSize(2);
    }

    @Test
    void pages_of_a_later_version_are_left_for_their_writer() {
        replace(directory, 0, 10);
        AtomicBoolean once = new AtomicBoolean();
        dynamo.beforeTransaction(() -> {
            if (once.compareAndSet(false, true)) {
                assertThat(replace(rival, 1, 20)).isTrue();
            }
        });

        assertThat(replace(directory, 2, 30)).isTrue();

        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(3, repRows(30)));
    }

    @Test
    void a_list_replaced_between_head_and_pages_is_read_again() {
        replace(rival, 0, 200);
        dynamo.afterGet(() -> replace(rival, 1, 100));

        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(2, repRows(100)));
    }

    @Test
    void a_cached_list_is_read_again_once_it_has_been_replaced() {
        replace(rival, 0, 10);
        directory.load(ListName.REPS);

        replace(rival, 1, 20);

        assertThat(directory.load(ListName.REPS)).isEqualTo(new StoredList(2, repRows(20)));
    }

    @Test
    void missing_pages_of_a_list_are_an_error_and_never_a_shorter_list() {
        replace(rival, 0, 200);
        new BatchWriter(database.dynamo(), database.table())
                .delete(pages().stream().limit(1).map(ItemReader::attributes).toList());

        assertThatIllegalStateException().isThrownBy(() -> directory.load(ListName.REPS));
    }

    @Test
    void ten_thousand_rows_are_stored_and_read_within_twenty_seconds() {
        replace(rival, 0, 10);
        Instant start = Instant.now();

        assertThat(replace(directory, 1, 10_000)).isTrue();
        assertThat(directory.load(ListName.REPS).rows()).hasSize(10_000);

        Duration took = Duration.between(start, Instant.now());
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    private Admission add(Placement placement) {
        return placements.add(placement, request(ADA, placement.id().value()), accepted(placement));
    }

    private List<ItemReader> pages() {
        return new Reads(database.dynamo(), database.table())
                .keysBeginningWith("DIRECTORY#reps", "PAGE#");
    }

    private static boolean replace(DynamoDirectoryStore store, long before, int rows) {
        return store.replace(
                ListName.REPS,
                before,
                repRows(rows),
                listReplaced("directory-reps", WEDNESDAY.plusSeconds(before)));
    }
}
