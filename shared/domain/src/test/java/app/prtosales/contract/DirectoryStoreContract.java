package app.prtosales.contract;

import static app.prtosales.samples.Samples.WEDNESDAY;
import static app.prtosales.samples.Samples.listReplaced;
import static app.prtosales.samples.Samples.repRow;
import static app.prtosales.samples.Samples.repRows;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.History;
import app.prtosales.samples.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The contract of [DirectoryStore].
public abstract class DirectoryStoreContract {

    private static final String SUBJECT = "directory-reps";

    private DirectoryStore store;
    private History history;

    /// An empty store, and the history it writes to.
    protected abstract Stores emptyStores();

    /// Both use the same storage.
    public record Stores(DirectoryStore directory, History history) {}

    @BeforeEach
    void emptyTheStores() {
        Stores stores = emptyStores();
        store = stores.directory();
        history = stores.history();
    }

    @Test
    void a_list_that_was_never_stored_is_empty_and_has_version_0() {
        assertThat(store.load(ListName.REPS)).isEqualTo(new StoredList(0, List.of()));
    }

    @Test
    void several_lists_load_together_exactly_as_they_load_alone() {
        store.replace(ListName.REPS, 0, repRows(200), listReplaced(SUBJECT, WEDNESDAY));

        Map<ListName, StoredList> lists =
                store.load(Set.of(ListName.REPS, ListName.RULES, ListName.SEQUENCES));

        assertThat(lists)
                .containsOnly(
                        Map.entry(ListName.REPS, new StoredList(1, repRows(200))),
                        Map.entry(ListName.RULES, new StoredList(0, List.of())),
                        Map.entry(ListName.SEQUENCES, new StoredList(0, List.of())));
    }

    @Test
    void a_list_reads_back_whole_in_key_order_with_its_history() {
        List<Row> shuffled = new ArrayList<>(repRows(200));
        Collections.reverse(shuffled);

        boolean replaced =
                store.replace(ListName.REPS, 0, shuffled, listReplaced(SUBJECT, WEDNESDAY));

        assertThat(replaced).isTrue();
        assertThat(store.load(ListName.REPS)).isEqualTo(new StoredList(1, repRows(200)));
        assertThat(history.of(SUBJECT)).containsExactly(listReplaced(SUBJECT, WEDNESDAY));
    }

    @Test
    void a_replacement_leaves_nothing_of_the_previous_list() {
        store.replace(ListName.REPS, 0, repRows(200), listReplaced(SUBJECT, WEDNESDAY));

        store.replace(
                ListName.REPS,
                1,
                List.of(repRow(7)),
                listReplaced(SUBJECT, WEDNESDAY.plusSeconds(1)));

        assertThat(store.load(ListName.REPS)).isEqualTo(new StoredList(2, List.of(repRow(7))));
        assertThat(history.of(SUBJECT)).hasSize(2);
    }

    @Test
    void a_replacement_of_an_older_version_is_refused_and_leaves_no_trace() {
        store.replace(ListName.REPS, 0, repRows(3), listReplaced(SUBJECT, WEDNESDAY));

        boolean replaced =
                store.replace(
                        ListName.REPS,
                        0,
                        repRows(2),
                        listReplaced(SUBJECT, WEDNESDAY.plusSeconds(1)));

        assertThat(replaced).isFalse();
        assertThat(store.load(ListName.REPS)).isEqualTo(new StoredList(1, repRows(3)));
        assertThat(history.of(SUBJECT)).hasSize(1);
    }

    @Test
    void the_same_list_can_be_stored_again() {
        store.replace(ListName.REPS, 0, repRows(3), listReplaced(SUBJECT, WEDNESDAY));

        boolean replaced =
                store.replace(
                        ListName.REPS,
                        1,
                        repRows(3),
                        listReplaced(SUBJECT, WEDNESDAY.plusSeconds(1)));

        assertThat(replaced).isTrue();
        assertThat(store.load(ListName.REPS)).isEqualTo(new StoredList(2, repRows(3)));
    }

    @Test
    void a_list_may_become_empty() {
        store.replace(ListName.REPS, 0, repRows(3), listReplaced(SUBJECT, WEDNESDAY));

        store.replace(ListName.REPS, 1, List.of(), listReplaced(SUBJECT, WEDNESDAY.plusSeconds(1)));

        assertThat(store.load(ListName.REPS)).isEqualTo(new StoredList(2, List.of()));
    }

    @Test
    void lists_do_not_affect_each_other() {
        store.replace(
                ListName.SEGMENTS,
                0,
                Samples.segmentRows(),
                listReplaced("directory-segments", WEDNESDAY));
        store.replace(
                ListName.AGREEMENT,
                0,
                List.of(Samples.agreementRow()),
                listReplaced("directory-agreement", WEDNESDAY));

        assertThat(store.load(ListName.SEGMENTS).rows()).isEqualTo(Samples.segmentRows());
        assertThat(store.load(ListName.AGREEMENT).rows()).containsExactly(Samples.agreementRow());
        assertThat(store.load(ListName.REPS).version()).isZero();
    }

    @Test
    void long_rows_read_back_whole() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            String name = "Lakeside Health ".repeat(1_000);
            rows.add(new Row(Map.of("id", Samples.repId(i), "name", name.strip())));
        }

        store.replace(ListName.ACCOUNTS, 0, rows, listReplaced("directory-accounts", WEDNESDAY));

        assertThat(store.load(ListName.ACCOUNTS).rows()).isEqualTo(rows);
    }
}
