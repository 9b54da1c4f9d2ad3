package app.prtosales.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How the rows of a list change. The keys of rows are in order.
///
/// @param added keys of the added rows; `changed` and `removed` are keys too
/// @param names names of the first [#MOST_NAMES] added rows that have one, by key
/// @param unchanged the number of rows that stay as they are
/// @param cells changed cells, at most [#MOST_CELLS] with [#MOST_TEXT] characters
/// @param moreCells how many changed cells were left out
public record RowChanges(
        List<String> added,
        Map<String, String> names,
        List<String> changed,
        List<String> removed,
        int unchanged,
        List<CellChange> cells,
        int moreCells) {

    /// As many as a person would read.
    private static final int MOST_NAMES = 500;

    /// As many changed cells as a person would look through and an answer can hold.
    private static final int MOST_CELLS = 1_000;

    /// Their characters in total; only cells that hold long lists reach it.
    private static final int MOST_TEXT = 1_000_000;

    /// @param known the rows without hidden columns, by key
    /// @param wanted the new rows, by key
    static RowChanges between(Map<String, Row> known, Map<String, Row> wanted) {
        Map<String, Row> added = without(wanted, known.keySet());
        List<String> changed = new ArrayList<>();
        List<CellChange> cells = new ArrayList<>();
        wanted.forEach((key, row) -> {
            @Nullable Row before = known.get(key);
            if (before != null && !before.equals(row)) {
                changed.add(key);
                cells.addAll(changedCells(key, before, row));
            }
        });
        List<CellChange> first = first(cells);
        return new RowChanges(
                List.copyOf(added.keySet()),
                firstNames(added),
                changed,
                List.copyOf(without(known, wanted.keySet()).keySet()),
                wanted.size() - added.size() - changed.size(),
                first,
                cells.size() - first.size());
    }

    boolean isNone() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /// The number of rows on the list before.
    int before() {
        return removed.size() + changed.size() + unchanged;
    }

    private static Map<String, Row> without(Map<String, Row> rows, Set<String> keys) {
        Map<String, Row> others = new TreeMap<>(rows);
        others.keySet().removeAll(keys);
        return others;
    }

    private static Map<String, String> firstNames(Map<String, Row> rows) {
        Map<String, String> names = new TreeMap<>();
        rows.forEach((key, row) -> {
            if (names.size() < MOST_NAMES && !row.text("name").isEmpty()) {
                names.put(key, row.text("name"));
            }
        });
        return names;
    }

    private static List<CellChange> changedCells(String key, Row before, Row after) {
        Set<String> columns = new TreeSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        return columns.stream()
                .filter(column -> !before.text(column).equals(after.text(column)))
                .map(column -> new CellChange(key, column, before.text(column), after.text(column)))
                .toList();
    }

    private static List<CellChange> first(List<CellChange> cells) {
        int left = MOST_TEXT;
        int fits = 0;
        for (CellChange each : cells.subList(0, Math.min(MOST_CELLS, cells.size()))) {
            left -= each.before().length() + each.after().length();
            if (left < 0) {
                break;
            }
            fits++;
        }
        return List.copyOf(cells.subList(0, fits));
    }
}
