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

/// Permanently deletes a person's name and addresses from the list of reps (R5.10). A rep's id and
/// times on the team stay, because they are what the figures are counted from.
public final class ForgetRep {

    private static final int TRIES = 5;
    private static final String MANAGER = "manager";

    private final DirectoryStore store;
    private final InstantSource clock;

    public ForgetRep(DirectoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Always rewrites the list, so that stored pages of it left behind by an interrupted attempt
    /// are deleted too.
    ///
    /// @param reps all ids of the rep, latest first; empty if the person is not a rep
    /// @param known the person's name and addresses; where they appear as a rep's manager, they are
    ///   replaced with the person's latest id, or removed if the person is not a rep
    /// @param what the text of the history entry, which also states the reason
    public void forget(List<RepId> reps, Set<String> known, Person by, String what, String reason) {
        Set<String> ids = reps.stream().map(RepId::value).collect(Collectors.toSet());
        String manager = reps.isEmpty() ? "" : reps.getFirst().value();
        Set<String> identities =
                known.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        for (int i = 0; i < TRIES; i++) {
            Instant now = clock.instant();
            StoredList before = store.load(ListName.REPS);
            List<Row> after =
                    before.rows().stream()
                            .map(row ->
                                    ids.contains(row.text("id"))
                                            ? TeamDates.deleted(row, now)
                                            : row)
                            .map(row -> withoutManager(row, identities, manager))
                            .toList();
            HistoryEntry entry =
                    new HistoryEntry(ListName.REPS.subject(), now, by.id(), what, reason);
            if (store.replace(ListName.REPS, before.version(), after, entry)) {
                return;
            }
        }
        throw new IllegalStateException("the list of reps keeps changing");
    }

    private static Row withoutManager(Row row, Set<String> identities, String id) {
        return identities.contains(row.text(MANAGER).toLowerCase(Locale.ROOT))
                ? row.with(MANAGER, id)
                : row;
    }
}
