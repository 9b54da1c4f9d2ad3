package app.prtosales.directory;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Replaces a whole list in a single write, or previews what that would change.
public final class ReplaceList {

    /// The documented limit.
    public static final int MAXIMUM_ROWS = 10_000;

    private final DirectoryStore store;
    private final Directory directory;
    private final RosterHealth health;
    private final CurrentLists lists;
    private final People people;
    private final RecipientDomains domains;
    private final InstantSource clock;

    /// @param domains the domains that people on the lists may have
    public ReplaceList(
            DirectoryStore store,
            People people,
            HoldMailbox mailboxes,
            RecipientDomains domains,
            InstantSource clock) {
        this.store = store;
        this.directory = new Directory(store);
        this.health = new RosterHealth(mailboxes);
        this.lists = new CurrentLists(store, directory, health);
        this.people = people;
        this.domains = domains;
        this.clock = clock;
    }

    /// @param dryRun only report what would change
    /// @param confirmed whether the sender confirmed removing many rows
    /// @param newPeople new ids of reps who are new although they look like someone who was on the
    ///   list, and ids in rows that are about someone other than the rep who has the id
    /// @param keptSecondEmail whether the second addresses are not the sender's but come from the
    ///   list, and so do not tell whom a row is about
    /// @param basedOn the list version the sender was looking at; null to skip that check
    public record Options(
            boolean dryRun,
            boolean confirmed,
            Set<String> newPeople,
            boolean keptSecondEmail,
            @Nullable Long basedOn) {

        public Options {
            newPeople = Set.copyOf(newPeople);
        }

        public Options(boolean dryRun, boolean confirmed, Set<String> newPeople) {
            this(dryRun, confirmed, newPeople, false, null);
        }

        public Options(boolean dryRun, boolean confirmed) {
            this(dryRun, confirmed, Set.of());
        }

        /// The row with only those addresses that tell whom it is about.
        Row identifying(Row row) {
            return keptSecondEmail ? row.with(RosterColumns.SECOND_EMAIL, "") : row;
        }

        private boolean isBasedOnAnother(long version) {
            return basedOn != null && basedOn != version;
        }
    }

    /// The result of replacing a list.
    public sealed interface Outcome {

        /// The list is now the current one.
        ///
        /// @param changed false if nothing differed and no address was taken off hold
        record Applied(Difference difference, boolean changed) implements Outcome {}

        /// What applying the list would change. Nothing was stored.
        record Previewed(Difference difference) implements Outcome {}

        /// Lists every bad row. Nothing was stored.
        record Invalid(List<FieldError> errors) implements Outcome {}

        record TooManyRows(int rows) implements Outcome {}

        /// The new list removes more than 20% of the rows, and nobody confirmed that.
        record DropsTooMany(Difference difference) implements Outcome {}

        /// The current list is not the one that the new list is based on. Nothing was stored.
        record OutOfDate() implements Outcome {}
    }

    public Outcome replace(ListName list, List<Row> sent, Person by, Options options) {
        if (sent.size() > MAXIMUM_ROWS) {
            return new Outcome.TooManyRows(sent.size());
        }
        Problems problems = checked(list, sent);
        StoredList before = lists.load(list);
        Instant now = clock.instant();
        NewList wanted = new NewList(lists, list, before.rows(), sent, options, now);
        problems.addMissing(wanted.problems());
        if (problems.any()) {
            return new Outcome.Invalid(problems.asList());
        }
        Difference difference = wanted.difference(lists, directory);
        // An identical list is a repeat, whose sender did not get the first answer.
        if (options.isBasedOnAnother(before.version()) && !difference.rows().isNone()) {
            return new Outcome.OutOfDate();
        }
        if (options.dryRun()) {
            return new Outcome.Previewed(difference);
        }
        if (!options.confirmed() && difference.dropsTooMany()) {
            return new Outcome.DropsTooMany(difference);
        }
        List<Row> stored = wanted.stored();
        boolean released = list == ListName.REPS && health.releaseWorking(wanted.rows(), now);
        if (difference.rows().isNone() && stored.equals(before.rows())) {
            return new Outcome.Applied(difference, released);
        }
        people.remember(by);
        HistoryEntry entry =
                new HistoryEntry(list.subject(), now, by.id(), difference.sentence(list), null);
        return store.replace(list, before.version(), stored, entry)
                ? new Outcome.Applied(difference, true)
                : new Outcome.OutOfDate();
    }

    /// The errors in a list's cells; nothing is stored.
    public List<FieldError> problems(ListName list, List<Row> rows) {
        return checked(list, rows).asList();
    }

    private Problems checked(ListName list, List<Row> rows) {
        Problems problems = new Problems();
        new RowChecks(list, problems, directory, domains).check(rows);
        return problems;
    }

    /// The list as its owner wrote it, without hidden columns.
    public CurrentList current(ListName list) {
        return lists.read(list);
    }

    /// The rows of [#current].
    public List<Row> read(ListName list) {
        return current(list).rows();
    }
}
