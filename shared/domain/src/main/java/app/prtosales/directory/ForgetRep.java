package app.prtosales.directory;

import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes the name and the addresses of a person off the list of reps for good (R5.10). Of a rep the
/// id stays, and when they were of the team: both are what is counted.
public final class ForgetRep {

    private static final int TRIES = 5;
    private static final String MANAGER = "manager";

    private final DirectoryStore store;
    private final InstantSource clock;

    public ForgetRep(DirectoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Whether a rep with this id was deleted before.
    public boolean isForgotten(RepId id) {
        return store.load(ListName.REPS).rows().stream()
                .anyMatch(row -> row.text("id").equals(id.value()) && Rows.isDeleted(row));
    }

    /// Writes the list anew in any case, so that the pages which an interrupted attempt left behind
    /// go as well.
    ///
    /// @param rep null where it was somebody else; one that is not on the list changes no row
    /// @param known the rep's name and addresses: where they stand as another rep's manager, the id
    ///   does instead
    /// @param what for the history, and `reason` with it
    public void forget(
            @Nullable RepId rep, Set<String> known, Person by, String what, String reason) {
        String id = rep == null ? "" : rep.value();
        Set<String> told =
                known.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            StoredList before = store.load(ListName.REPS);
            List<Row> after =
                    before.rows().stream()
                            .map(row ->
                                    row.text("id").equals(id) ? TeamDates.deleted(row, now) : row)
                            .map(row -> withoutManager(row, told, id))
                            .toList();
            HistoryEntry entry =
                    new HistoryEntry(ListName.REPS.subject(), now, by.id(), what, reason);
            if (store.replace(ListName.REPS, before.version(), after, entry)) {
                return;
            }
        }
        throw new IllegalStateException("the list of reps keeps changing");
    }

    private static Row withoutManager(Row row, Set<String> told, String id) {
        return told.contains(row.text(MANAGER).toLowerCase(Locale.ROOT))
                ? row.with(MANAGER, id)
                : row;
    }
}
