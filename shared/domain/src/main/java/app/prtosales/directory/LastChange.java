package app.prtosales.directory;

import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.NoteDownload;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who replaced a list last, to show to someone whose own change came too late.
public final class LastChange {

    private final History history;
    private final People people;

    public LastChange(History history, People people) {
        this.history = history;
        this.people = people;
    }

    /// A change of a list.
    ///
    /// @param by an address; null if the person is no longer known or the product made the change
    public record Change(@Nullable String by, Instant at) {}

    /// Empty for a list that has never been stored.
    public Optional<Change> of(ListName list) {
        return history.of(list.subject()).stream()
                .filter(entry -> !entry.what().equals(NoteDownload.DOWNLOADED))
                .max(Comparator.comparing(HistoryEntry::at))
                .map(entry ->
                        new Change(
                                people.find(entry.by()).map(Person::email).orElse(null),
                                entry.at()));
    }
}
