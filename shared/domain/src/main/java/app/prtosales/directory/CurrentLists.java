package app.prtosales.directory;

import app.prtosales.directory.DirectoryStore.StoredList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the stored lists: each value in one spelling, and reps under their current ids.
final class CurrentLists {

    private final DirectoryStore store;
    private final Directory directory;
    private final RosterHealth health;

    CurrentLists(DirectoryStore store, Directory directory, RosterHealth health) {
        this.store = store;
        this.directory = directory;
        this.health = health;
    }

    /// The list as its owner wrote it, without hidden columns.
    CurrentList read(ListName list) {
        StoredList stored = load(list);
        List<Row> rows = Rows.onTheList(stored.rows()).stream().map(Row::withoutHidden).toList();
        if (list != ListName.REPS) {
            return new CurrentList(stored.version(), rows, List.of());
        }
        List<HeldAddress> held = health.of(rows);
        return new CurrentList(stored.version(), RosterHealth.shown(rows, held), held);
    }

    /// The list as it is stored, including the remainders of rows that are off the list.
    StoredList load(ListName list) {
        StoredList stored = store.load(list);
        return new StoredList(stored.version(), written(list, stored.rows()));
    }

    /// The rows on each of these lists.
    Map<ListName, List<Row>> onTheLists(Set<ListName> lists) {
        Map<ListName, List<Row>> rows = new EnumMap<>(ListName.class);
        store.load(lists)
                .forEach((list, stored) ->
                        rows.put(list, written(list, Rows.onTheList(stored.rows()))));
        return rows;
    }

    /// The rows as they are shown and stored.
    List<Row> written(ListName list, List<Row> rows) {
        List<Row> spelled = Spelling.of(list, rows);
        return list == ListName.ACCOUNTS
                ? TargetAccount.underPresentIds(spelled, directory.roster())
                : spelled;
    }
}
