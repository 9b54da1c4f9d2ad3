package app.prtosales.history;

import java.util.List;

/// Who did what. The entry for a change is written together with the change.
public interface History {

    /// Writes an entry by itself, not together with a change, such as one about a download. Writing
    /// the same entry twice stores it once.
    void note(HistoryEntry entry);

    /// All entries about a subject, oldest first.
    List<HistoryEntry> of(String subject);
}
