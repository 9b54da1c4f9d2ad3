package app.prtosales.history;

import java.util.List;

/// Reads the history. It is written together with the change that it tells of.
public interface History {

    /// All entries about a subject, oldest first.
    List<HistoryEntry> of(String subject);
}
