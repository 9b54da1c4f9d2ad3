package app.prtosales.inmemory;

import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The history, in memory. The other in-memory ports write to it together with their changes.
public final class InMemoryHistory implements History {

    private final Map<String, Map<String, HistoryEntry>> bySubject = new ConcurrentHashMap<>();

    @Override
    public List<HistoryEntry> of(String subject) {
        synchronized (bySubject) {
            return bySubject.getOrDefault(subject, Map.of()).values().stream()
                    .sorted(Comparator.comparing(HistoryEntry::at))
                    .toList();
        }
    }

    @Override
    public void note(HistoryEntry entry) {
        append(entry);
    }

    /// An entry that already exists stays as it is.
    public void append(HistoryEntry entry) {
        synchronized (bySubject) {
            bySubject
                    .computeIfAbsent(entry.subject(), unseen -> new TreeMap<>())
                    .putIfAbsent("%s#%s".formatted(entry.at(), entry.key()), entry);
        }
    }

    void append(List<HistoryEntry> entries) {
        new ArrayList<>(entries).forEach(this::append);
    }
}
