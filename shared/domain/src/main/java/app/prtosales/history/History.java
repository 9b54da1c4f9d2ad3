package app.prtosales.history;

import java.util.List;

/// What was done by whom. What tells of a change is written together with it.
public interface History {

    /// Writes an entry that tells of no change. The same entry written twice is one.
    void note(HistoryEntry entry);

    /// All entries about a subject, oldest first.
    List<HistoryEntry> of(String subject);
}
