package app.prtosales.directory;

import app.prtosales.history.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the lists are stored.
public interface DirectoryStore {

    /// Loads a whole list, all from the same version.
    StoredList load(ListName list);

    /// Loads several lists, each of them whole.
    Map<ListName, StoredList> load(Set<ListName> lists);

    /// Replaces a whole list in a single write, together with the history entry.
    ///
    /// @param before the version it is based on, as returned by [#load]
    /// @return false if someone else replaced the list first; nothing has changed in that case
    boolean replace(ListName list, long before, List<Row> rows, HistoryEntry entry);

    /// Sets aside a row that we cannot read (I12).
    ///
    /// @param row the row's key in the list
    /// @param why the reason in words; without a person's address wherever possible
    void putAside(ListName list, String row, String why);

    /// @param version 0 if the list was never stored
    /// @param rows in the order of their keys
    record StoredList(long version, List<Row> rows) {

        public StoredList {
            rows = List.copyOf(rows);
        }
    }
}
