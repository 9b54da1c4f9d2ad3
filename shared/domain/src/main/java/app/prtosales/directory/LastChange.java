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

/// Who put a list in force last, for somebody whose own change came too late.
public final class LastChange {

    private final History history;
    private final People people;

    public LastChange(History history, People people) {
        this.history = history;
        this.people = people;
    }

    /// A change of a list.
    ///
    /// @param by an address; null where that person is not known any more, or the product did it
    public record Change(@Nullable String by, Instant at) {}

    /// Empty for a list that nobody has put in force yet.
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
