package app.prtosales.directory;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts a whole list in force by one write, or tells what that would change.
public final class ReplaceList {

    /// The documented limit of a list.
    public static final int MAXIMUM_ROWS = 10_000;

    /// A list that drops more than this share of its rows is a mistake more often than not.
    private static final double DROPPED_SHARE = 0.20;

    /// As many changed cells as somebody looks through, and an answer can hold.
    private static final int MOST_CELLS = 1_000;

    /// As many as anybody reads.
    static final int MOST_NAMES = 500;

    /// More rows than these are counted in the history, and not named.
    private static final int NAMED_IN_HISTORY = 5;

    private static final List<String> ADDRESSES = List.of("email", "secondEmail");

    /// The date of an instant as text: `2026-06-24`.
    private static final int DATE = 10;

    private final DirectoryStore store;
    private final Directory directory;
    private final People people;
    private final HoldMailbox mailboxes;
    private final RecipientDomains domains;
    private final InstantSource clock;

    /// @param domains that people on the lists may have
    public ReplaceList(
            DirectoryStore store,
            People people,
            HoldMailbox mailboxes,
            RecipientDomains domains,
            InstantSource clock) {
        this.store = store;
        this.directory = new Directory(store);
        this.people = people;
        this.mailboxes = mailboxes;
        this.domains = domains;
        this.clock = clock;
    }

    /// @param dryRun only tell what would change
    /// @param confirmed the sender knows that it drops many rows
    /// @param newPeople new ids of reps who only look like somebody who was on the list
    /// @param basedOn the version of the list that the sender looked at; null where it may have any
    public record Options(
            boolean dryRun, boolean confirmed, Set<String> newPeople, @Nullable Long basedOn) {

        public Options {
            newPeople = Set.copyOf(newPeople);
        }

        public Options(boolean dryRun, boolean confirmed, Set<String> newPeople) {
            this(dryRun, confirmed, newPeople, null);
        }

        public Options(boolean dryRun, boolean confirmed) {
            this(dryRun, confirmed, Set.of());
        }

        private boolean isBasedOnAnother(long version) {
            return basedOn != null && basedOn != version;
        }
    }

    /// A list as its owner wrote it.
    ///
    /// @param version counts up with each list put in force; 0 where there was none
    public record Current(long version, List<Row> rows) {

        public Current {
            rows = List.copyOf(rows);
        }
    }

    /// What a list changes.
    ///
    /// @param added keys, as are `changed` and `removed`
    /// @param names of the first [#MOST_NAMES] added rows, by their keys; of those that have one
    /// @param cells of the changed rows, at most [#MOST_CELLS] of them
    /// @param moreCells how many were left out
    /// @param unknown names in it that are not in the list they point at
    /// @param stillNamed rows of other lists that name what it takes off
    /// @param samePeople reps under another id who are kept as one person: their earlier ids are
    ///   among `removed`, their new ones among `added`
    public record Difference(
            List<String> added,
            Map<String, String> names,
            List<String> changed,
            List<String> removed,
            int unchanged,
            List<CellChange> cells,
            int moreCells,
            List<UnknownName> unknown,
            List<StillNamed> stillNamed,
            List<SamePerson> samePeople) {

        private boolean isNone() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }

        /// Rows that are gone, and not only under another id.
        public int dropped() {
            return removed.size()
                    - (int)
                            samePeople.stream()
                                    .filter(same -> removed.contains(same.before()))
                                    .count();
        }
    }

    /// What a cell of a changed row says now, and would say.
    ///
    /// @param row its key
    /// @param before empty where nothing was there, as `after` where nothing is left
    public record CellChange(String row, String column, String before, String after) {}

    /// What came of it.
    public sealed interface Outcome {

        record InForce(Difference difference) implements Outcome {}

        record WouldBe(Difference difference) implements Outcome {}

        /// Every bad row, named. Nothing was stored.
        record Invalid(List<FieldError> errors) implements Outcome {}

        record TooManyRows(int rows) implements Outcome {}

        /// It drops over 20% of the rows and nobody confirmed that.
        record DropsTooMany(Difference difference) implements Outcome {}

        /// Another list is in force than the one that this was made from. Nothing was stored.
        record OutOfDate() implements Outcome {}
    }

    public Outcome replace(ListName list, List<Row> rows, Person by, Options options) {
        if (rows.size() > MAXIMUM_ROWS) {
            return new Outcome.TooManyRows(rows.size());
        }
        Problems problems = new Problems();
        new RowChecks(list, problems, directory, domains).check(rows);
        if (problems.any()) {
            return new Outcome.Invalid(problems.asList());
        }
        StoredList before = store.load(list);
        refuseDeleted(list, before.rows(), rows, problems);
        if (problems.any()) {
            return new Outcome.Invalid(problems.asList());
        }
        Map<String, Row> known = byKey(list, visible(before.rows()));
        Map<String, Row> wanted =
                byKey(list, rows.stream().map(ReplaceList::withoutHealth).toList());
        SamePeople people = new SamePeople(before.rows(), wanted);
        List<SamePerson> same = same(list, rows, people, options.newPeople(), problems);
        if (problems.any()) {
            return new Outcome.Invalid(problems.asList());
        }
        Difference difference =
                difference(
                        list,
                        known,
                        wanted,
                        UnknownName.in(list, wanted.values(), directory),
                        stillNamed(list, known, wanted, same),
                        same);
        // What is in force already was sent twice: its sender got no answer the first time.
        if (options.isBasedOnAnother(before.version()) && !difference.isNone()) {
            return new Outcome.OutOfDate();
        }
        if (options.dryRun()) {
            return new Outcome.WouldBe(difference);
        }
        if (!options.confirmed() && dropsTooMany(list, known, difference)) {
            return new Outcome.DropsTooMany(difference);
        }
        Instant now = clock.instant();
        List<Row> stored = stored(list, before.rows(), wanted, people, same, now);
        if (list == ListName.REPS) {
            releaseWorking(rows, now);
        }
        this.people.remember(by);
        HistoryEntry entry =
                new HistoryEntry(list.subject(), now, by.id(), sentence(difference), null);
        return store.replace(list, before.version(), stored, entry)
                ? new Outcome.InForce(difference)
                : new Outcome.OutOfDate();
    }

    /// The id of somebody who was deleted stays theirs: what it stands for in the ledger is not
    /// given a name again, neither theirs nor another's (R5.10).
    private static void refuseDeleted(
            ListName list, List<Row> before, List<Row> rows, Problems problems) {
        if (list != ListName.REPS) {
            return;
        }
        Map<String, String> deleted =
                before.stream()
                        .filter(Rows::isDeleted)
                        .collect(
                                Collectors.toMap(
                                        row -> row.text("id"),
                                        row -> row.text(HiddenColumn.DELETED)));
        for (int i = 0; i < rows.size() && !deleted.isEmpty(); i++) {
            String since = deleted.get(rows.get(i).text("id"));
            if (since != null) {
                problems.add(
                        "items[%d].id".formatted(i),
                        "This person was deleted on %s. Remove the row, or use a new ID"
                                .formatted(since.substring(0, DATE)));
            }
        }
    }

    private static List<Row> stored(
            ListName list,
            List<Row> before,
            Map<String, Row> wanted,
            SamePeople people,
            List<SamePerson> same,
            Instant now) {
        return switch (list) {
            case REPS -> TeamDates.kept(before, wanted, people, same, now);
            case SEQUENCES -> SequenceDates.kept(before, wanted, now);
            case AGREEMENT -> List.of(agreement(before, wanted.values(), now));
            case SEGMENTS, ACCOUNTS, RULES -> List.copyOf(wanted.values());
        };
    }

    /// Who is on the list under another id than before, but for those who are said to be new.
    private static List<SamePerson> same(
            ListName list,
            List<Row> rows,
            SamePeople people,
            Set<String> newPeople,
            Problems problems) {
        List<SamePerson> found = list == ListName.REPS ? people.found() : List.of();
        if (list == ListName.REPS) {
            people.takenIds(rows).forEach(error -> problems.add(error.field(), error.message()));
        }
        checkNewPeople(newPeople, found, problems);
        return found.stream().filter(each -> !newPeople.contains(each.after())).toList();
    }

    /// The rows of [#current].
    public List<Row> read(ListName list) {
        return current(list).rows();
    }

    /// The list as its owner wrote it: without what only we keep.
    public Current current(ListName list) {
        StoredList stored = store.load(list);
        List<Row> rows = visible(stored.rows()).stream().map(ReplaceList::withoutHidden).toList();
        return new Current(stored.version(), list == ListName.REPS ? withHealth(rows) : rows);
    }

    /// A rep's dead addresses, for whoever mends the list; nothing where both work.
    private List<Row> withHealth(List<Row> reps) {
        Map<String, Mailbox> held = mailboxes.held();
        return held.isEmpty() ? reps : reps.stream().map(rep -> withHealth(rep, held)).toList();
    }

    private static Row withHealth(Row rep, Map<String, Mailbox> held) {
        String health =
                ADDRESSES.stream()
                        .filter(column -> !rep.text(column).isEmpty())
                        .flatMap(column ->
                                Stream.ofNullable(held.get(Mailbox.idOf(rep.text(column))))
                                        .map(mailbox -> column + " " + mailbox.health()))
                        .collect(Collectors.joining("; "));
        return rep.with(RosterColumns.MAIL_HEALTH, health);
    }

    /// Whoever sends `ok` says that the rep's addresses work again.
    private void releaseWorking(List<Row> reps, Instant now) {
        Map<String, Mailbox> held = mailboxes.held();
        reps.stream()
                .filter(rep -> rep.text(RosterColumns.MAIL_HEALTH).equals("ok"))
                .flatMap(rep -> ADDRESSES.stream().map(rep::text))
                .map(Mailbox::idOf)
                .filter(held::containsKey)
                .forEach(id -> mailboxes.release(id, now));
    }

    private static Row withoutHealth(Row row) {
        return row.with(RosterColumns.MAIL_HEALTH, "");
    }

    private static void checkNewPeople(
            Set<String> newPeople, List<SamePerson> same, Problems problems) {
        List<String> known = same.stream().map(SamePerson::after).sorted().toList();
        newPeople.stream()
                .sorted()
                .filter(id -> !known.contains(id))
                .forEach(id ->
                        problems.add(
                                "newPeople",
                                "%s doesn’t look like anyone on the list. %s"
                                        .formatted(
                                                id,
                                                known.isEmpty()
                                                        ? "Nobody does"
                                                        : "These do: "
                                                                + String.join(", ", known))));
    }

    private static boolean dropsTooMany(
            ListName list, Map<String, Row> known, Difference difference) {
        return list != ListName.AGREEMENT && difference.dropped() > known.size() * DROPPED_SHARE;
    }

    /// What other lists say of the rows that go, and of reps who are set inactive. Whoever is only
    /// under another id is found by their earlier one.
    private List<StillNamed> stillNamed(
            ListName list, Map<String, Row> known, Map<String, Row> wanted, List<SamePerson> same) {
        Map<String, String> otherIds =
                same.stream().collect(Collectors.toMap(SamePerson::before, SamePerson::after));
        List<Row> gone =
                known.entrySet().stream()
                        .filter(each ->
                                leaves(
                                        list,
                                        each.getValue(),
                                        wanted.get(
                                                otherIds.getOrDefault(
                                                        each.getKey(), each.getKey()))))
                        .map(Map.Entry::getValue)
                        .toList();
        if (gone.isEmpty() || StillNamed.namers(list).isEmpty()) {
            return List.of();
        }
        Map<ListName, List<Row>> others = new EnumMap<>(ListName.class);
        store.load(StillNamed.namers(list))
                .forEach((other, stored) -> others.put(other, visible(stored.rows())));
        return StillNamed.of(list, gone, others);
    }

    private static boolean leaves(ListName list, Row before, @Nullable Row after) {
        return after == null
                || list == ListName.REPS && Rows.rep(before).active() && !Rows.rep(after).active();
    }

    /// The agreement is one row, also where a new version of it comes: what counts is which setting
    /// changes.
    private static Map<String, Row> asOneRow(Map<String, Row> agreement, Map<String, Row> wanted) {
        String version = wanted.keySet().iterator().next();
        Map<String, Row> one = new TreeMap<>();
        agreement.values().forEach(row -> one.put(version, row));
        return one;
    }

    private static Difference difference(
            ListName list,
            Map<String, Row> before,
            Map<String, Row> wanted,
            List<UnknownName> unknown,
            List<StillNamed> stillNamed,
            List<SamePerson> same) {
        Map<String, Row> known =
                list == ListName.AGREEMENT && wanted.size() == 1
                        ? asOneRow(before, wanted)
                        : before;
        List<String> added = new ArrayList<>();
        Map<String, String> names = new TreeMap<>();
        List<String> changed = new ArrayList<>();
        List<CellChange> cells = new ArrayList<>();
        wanted.forEach((key, row) -> {
            @Nullable Row was = known.get(key);
            if (was == null) {
                added.add(key);
                if (names.size() < MOST_NAMES && !row.text("name").isEmpty()) {
                    names.put(key, row.text("name"));
                }
            } else if (!withoutHidden(was).equals(row)) {
                changed.add(key);
                cells.addAll(cells(key, withoutHidden(was), row));
            }
        });
        List<String> removed =
                known.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
        int unchanged = wanted.size() - added.size() - changed.size();
        List<CellChange> first = List.copyOf(cells.subList(0, Math.min(MOST_CELLS, cells.size())));
        return new Difference(
                added,
                names,
                changed,
                removed,
                unchanged,
                first,
                cells.size() - first.size(),
                unknown,
                stillNamed,
                same);
    }

    private static List<CellChange> cells(String key, Row before, Row after) {
        Set<String> columns = new TreeSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        return columns.stream()
                .filter(column -> !before.text(column).equals(after.text(column)))
                .map(column -> new CellChange(key, column, before.text(column), after.text(column)))
                .toList();
    }

    /// The agreement, with when the first one was put in force. Of one that was there before this
    /// was kept, it is not known.
    private static Row agreement(List<Row> before, Collection<Row> wanted, Instant now) {
        String since =
                before.isEmpty()
                        ? now.toString()
                        : before.getFirst().text(HiddenColumn.AGREED_SINCE);
        return wanted.iterator().next().with(HiddenColumn.AGREED_SINCE, since);
    }

    private static List<Row> visible(List<Row> rows) {
        return rows.stream().filter(row -> !Rows.isGone(row)).toList();
    }

    private static Row withoutHidden(Row row) {
        Map<String, String> cells = new TreeMap<>(row.cells());
        cells.keySet().removeIf(HiddenColumn::isOne);
        return new Row(cells);
    }

    private static Map<String, Row> byKey(ListName list, List<Row> rows) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                row -> row.text(list.key()),
                                Function.identity(),
                                (first, second) -> first,
                                TreeMap::new));
    }

    private static String sentence(Difference difference) {
        return "%d added, %d changed, %d removed, %d as before"
                        .formatted(
                                difference.added().size(),
                                difference.changed().size(),
                                difference.removed().size(),
                                difference.unchanged())
                + same(difference.samePeople().size())
                + few(difference);
    }

    /// Which rows, and of the changed ones which columns, where they are few; never what is in them
    /// (R5.10).
    private static String few(Difference difference) {
        List<String> said = new ArrayList<>();
        difference.added().forEach(row -> said.add(row + " added"));
        Map<String, List<String>> columns = new TreeMap<>();
        difference
                .cells()
                .forEach(cell ->
                        columns.computeIfAbsent(cell.row(), row -> new ArrayList<>())
                                .add(cell.column()));
        columns.forEach((row, names) -> said.add(row + " " + String.join(", ", names)));
        difference.removed().forEach(row -> said.add(row + " removed"));
        return said.isEmpty()
                        || said.size() > NAMED_IN_HISTORY
                        || !difference.samePeople().isEmpty()
                ? ""
                : ": " + String.join("; ", said);
    }

    private static String same(int people) {
        if (people == 0) {
            return "";
        }
        return people == 1
                ? "; 1 is the same person under another id"
                : "; %d are the same people under other ids".formatted(people);
    }
}
