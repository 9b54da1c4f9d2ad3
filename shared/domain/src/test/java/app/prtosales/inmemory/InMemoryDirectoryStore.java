package app.prtosales.inmemory;

import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The directory's lists, in memory.
public final class InMemoryDirectoryStore implements DirectoryStore {

    private static final StoredList NOTHING = new StoredList(0, List.of());

    private final InMemoryHistory history;
    private final Map<ListName, StoredList> lists = new EnumMap<>(ListName.class);
    private final Set<String> aside = new TreeSet<>();

    public InMemoryDirectoryStore(InMemoryHistory history) {
        this.history = history;
    }

    public InMemoryDirectoryStore() {
        this(new InMemoryHistory());
    }

    @Override
    public synchronized StoredList load(ListName list) {
        return lists.getOrDefault(list, NOTHING);
    }

    @Override
    public synchronized Map<ListName, StoredList> load(Set<ListName> wanted) {
        return wanted.stream().collect(Collectors.toMap(Function.identity(), this::load));
    }

    @Override
    public synchronized boolean replace(
            ListName list, long before, List<Row> rows, HistoryEntry entry) {
        if (load(list).version() != before) {
            return false;
        }
        put(list, before + 1, rows);
        history.append(entry);
        return true;
    }

    @Override
    public synchronized void putAside(ListName list, String row, String why) {
        aside.add("%s %s".formatted(list.word(), row));
    }

    /// The rows that could not be read, such as `reps r-17`.
    public synchronized Set<String> aside() {
        return Set.copyOf(aside);
    }

    /// Stores a list for tests that are not about storing lists.
    public synchronized void put(ListName list, List<Row> rows) {
        put(list, load(list).version() + 1, rows);
    }

    private void put(ListName list, long version, List<Row> rows) {
        List<Row> sorted =
                rows.stream()
                        .sorted(Comparator.comparing((Row row) -> row.text(list.key())))
                        .toList();
        lists.put(list, new StoredList(version, sorted));
    }
}
