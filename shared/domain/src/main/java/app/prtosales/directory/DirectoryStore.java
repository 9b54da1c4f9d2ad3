package app.prtosales.directory;

import app.prtosales.history.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the lists lie.
public interface DirectoryStore {

    /// A whole list, all of one version.
    StoredList load(ListName list);

    /// Several lists, each of them whole.
    Map<ListName, StoredList> load(Set<ListName> lists);

    /// Puts a whole list in force, by one write, together with what the history says of it.
    ///
    /// @param before the version it is based on: the one that [#load] returned
    /// @return false when somebody else put another one in force first; then nothing has changed
    boolean replace(ListName list, long before, List<Row> rows, HistoryEntry entry);

    /// Puts a row aside that means nothing to us (I12).
    ///
    /// @param row the row's key in the list
    /// @param why in words; empty of a person's address where that can be helped
    void putAside(ListName list, String row, String why);

    /// @param version 0 when the list was never stored
    /// @param rows in the order of their keys
    record StoredList(long version, List<Row> rows) {

        public StoredList {
            rows = List.copyOf(rows);
        }
    }
}
