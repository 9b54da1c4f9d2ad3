package app.prtosales.aws;

import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The directory for a rehearsal: the real one plus a segment, because a new deployment has none
/// yet.
final class RehearsalSegment implements DirectoryStore {

    private static final Row SEGMENT = new Row(Map.of("id", "rehearsal", "name", "Rehearsal"));

    private final DirectoryStore store;

    RehearsalSegment(DirectoryStore store) {
        this.store = store;
    }

    @Override
    public StoredList load(ListName list) {
        return list == ListName.SEGMENTS ? withSegment(store.load(list)) : store.load(list);
    }

    @Override
    public Map<ListName, StoredList> load(Set<ListName> lists) {
        Map<ListName, StoredList> stored = new EnumMap<>(ListName.class);
        stored.putAll(store.load(lists));
        stored.computeIfPresent(ListName.SEGMENTS, (list, rows) -> withSegment(rows));
        return stored;
    }

    private static StoredList withSegment(StoredList stored) {
        List<Row> rows = new ArrayList<>(stored.rows());
        rows.add(SEGMENT);
        return new StoredList(stored.version(), rows);
    }

    @Override
    public void putAside(ListName list, String row, String why) {
        store.putAside(list, row, why);
    }

    @Override
    public boolean replace(ListName list, long before, List<Row> rows, HistoryEntry entry) {
        throw new UnsupportedOperationException("a rehearsal changes no list");
    }
}
