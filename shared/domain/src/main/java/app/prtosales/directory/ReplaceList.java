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
import org.jspecify.annotations.Nullable;

/// Replaces a whole list in a single write, or previews what that would change.
public final class ReplaceList {

    /// The documented limit.
    public static final int MAXIMUM_ROWS = 10_000;

    /// Removing more than this share of the rows is usually a mistake.
    private static final double DROPPED_SHARE = 0.20;

    /// As many changed cells as a person would look through and an answer can hold.
    private static final int MOST_CELLS = 1_000;

    /// Their characters in total; only cells that hold long lists reach it.
    private static final int MOST_TEXT = 1_000_000;

    /// As many as a person would read.
    static final int MOST_NAMES = 500;

    /// With more rows than this, the history entry has only their number.
    private static final int NAMED_IN_HISTORY = 5;

    /// The length of a date in an instant's text: `2026-06-24`.
    private static final int DATE = 10;

    private final DirectoryStore store;
    private final Directory directory;
    private final People people;
    private final RosterHealth health;
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
        this.people = people;
        this.health = new RosterHealth(mailboxes);
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

    /// A list as its owner wrote it.
    ///
    /// @param version increases with each change; 0 if the list was never stored
    /// @param held the reps' addresses that get no email; empty for other lists
    public record Current(long version, List<Row> rows, List<HeldAddress> held) {

        public Current {
            rows = List.copyOf(rows);
            held = List.copyOf(held);
        }
    }

    /// The differences between the current list and a new one.
    ///
    /// @param added keys of the added rows; `changed` and `removed` are keys too
    /// @param names names of the first [#MOST_NAMES] added rows that have one, by key
    /// @param cells changed cells, at most [#MOST_CELLS] with [#MOST_TEXT] characters
    /// @param moreCells how many changed cells were left out
    /// @param unknown names that are not in the list they refer to
    /// @param stillNamed rows of other lists that refer to removed rows
    /// @param samePeople reps with a new id who are treated as the same person: the earlier ids are
    ///   among `removed` unless they had left, the new ones among `added`
    /// @param back keys among `added` of reps who were on the list before, under the same id
    /// @param otherIds rows whose ids are, or may be, somebody else’s
    /// @param warnings what the list may contain but probably should not
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
            List<SamePerson> samePeople,
            List<String> back,
            List<OtherId> otherIds,
            List<FieldError> warnings) {

        private boolean isNone() {
            return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
        }

        /// The number of rows that are really removed, and not just under a new id.
        public int dropped() {
            return removed.size()
                    - (int)
                            samePeople.stream()
                                    .filter(same -> removed.contains(same.before()))
                                    .count();
        }
    }

    /// A changed cell.
    ///
    /// @param row the row's key
    /// @param before empty if the cell was empty; likewise `after` if it will be
    public record CellChange(String row, String column, String before, String after) {}

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
        Problems problems = new Problems();
        new RowChecks(list, problems, directory, domains).check(sent);
        StoredList before = load(list);
        OtherIds others =
                new OtherIds(before.rows(), list == ListName.REPS ? sent : List.of(), options);
        List<Row> rows = others.stored(sent);
        Map<String, Row> known = byKey(list, visible(before.rows()));
        Map<String, Row> wanted =
                byKey(list, written(list, rows.stream().map(RosterHealth::hidden).toList()));
        Instant now = clock.instant();
        Map<String, Row> identifying = new TreeMap<>(wanted);
        identifying.replaceAll((id, row) -> options.identifying(row));
        SamePeople people = new SamePeople(before.rows(), identifying, now);
        Problems ofPeople = new Problems();
        refuseDeleted(list, before.rows(), rows, ofPeople);
        List<SamePerson> same =
                same(
                        switch (list) {
                            case REPS -> people.found();
                            case ACCOUNTS -> SameAccounts.found(before.rows(), wanted, now);
                            case SEGMENTS, SEQUENCES, RULES, AGREEMENT -> List.of();
                        },
                        isCurrent(known, wanted) ? Set.of() : others.otherNewPeople(),
                        ofPeople);
        if (list == ListName.REPS) {
            people.takenIds(rows.stream().map(options::identifying).toList(), same)
                    .forEach(error -> ofPeople.add(error.field(), error.message()));
        }
        problems.addMissing(ofPeople.asList());
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
                        same,
                        list == ListName.REPS ? people.back(same) : List.of(),
                        others.found(),
                        ListWarnings.of(list, rows, directory));
        // An identical list is a repeat, whose sender did not get the first answer.
        if (options.isBasedOnAnother(before.version()) && !difference.isNone()) {
            return new Outcome.OutOfDate();
        }
        if (options.dryRun()) {
            return new Outcome.Previewed(difference);
        }
        if (!options.confirmed() && dropsTooMany(list, known, difference)) {
            return new Outcome.DropsTooMany(difference);
        }
        List<Row> stored = stored(list, before.rows(), wanted, people, same, others.sentAs(), now);
        boolean released = list == ListName.REPS && health.releaseWorking(rows, now);
        if (difference.isNone() && stored.equals(before.rows())) {
            return new Outcome.Applied(difference, released);
        }
        this.people.remember(by);
        HistoryEntry entry =
                new HistoryEntry(list.subject(), now, by.id(), sentence(list, difference), null);
        return store.replace(list, before.version(), stored, entry)
                ? new Outcome.Applied(difference, true)
                : new Outcome.OutOfDate();
    }

    /// The errors in a list's cells; nothing is stored.
    public List<FieldError> problems(ListName list, List<Row> rows) {
        Problems problems = new Problems();
        new RowChecks(list, problems, directory, domains).check(rows);
        return problems.asList();
    }

    /// A deleted person's ids cannot be used again, for anyone: otherwise the ledger entries for
    /// those ids would have a name again (R5.10).
    private static void refuseDeleted(
            ListName list, List<Row> before, List<Row> rows, Problems problems) {
        if (list != ListName.REPS) {
            return;
        }
        Map<String, String> deleted = deletedIds(before);
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

    /// When the person who has or had an id was deleted, by id.
    private static Map<String, String> deletedIds(List<Row> rows) {
        Map<String, String> deleted = new TreeMap<>();
        rows.stream()
                .filter(Rows::isDeleted)
                .forEach(row -> {
                    String since = row.text(HiddenColumn.DELETED);
                    deleted.put(row.text("id"), since);
                    row.list(HiddenColumn.EARLIER_IDS)
                            .forEach(id -> deleted.putIfAbsent(id, since));
                });
        return deleted;
    }

    private static List<Row> stored(
            ListName list,
            List<Row> before,
            Map<String, Row> wanted,
            SamePeople people,
            List<SamePerson> same,
            Map<String, String> sentAs,
            Instant now) {
        return switch (list) {
            case REPS -> TeamDates.storedRows(before, wanted, people, same, sentAs, now);
            case SEQUENCES -> SequenceDates.storedRows(before, wanted, now);
            case AGREEMENT -> List.of(agreement(before, wanted.values(), now));
            case ACCOUNTS -> SameAccounts.storedRows(before, wanted, same, now);
            case SEGMENTS, RULES -> List.copyOf(wanted.values());
        };
    }

    /// Whether a list that was sent is already stored; then nobody on it is new anymore.
    private static boolean isCurrent(Map<String, Row> known, Map<String, Row> wanted) {
        Map<String, Row> shown = new TreeMap<>(known);
        shown.replaceAll((key, row) -> withoutHidden(row));
        return shown.equals(wanted);
    }

    /// The people, or accounts, that have a new id, except those declared to be new.
    private static List<SamePerson> same(
            List<SamePerson> found, Set<String> newPeople, Problems problems) {
        checkNewPeople(newPeople, found, problems);
        return found.stream().filter(each -> !newPeople.contains(each.after())).toList();
    }

    private StoredList load(ListName list) {
        StoredList stored = store.load(list);
        return new StoredList(stored.version(), written(list, stored.rows()));
    }

    /// The rows as they are shown and stored: each value in one spelling, and reps under their
    /// current ids.
    private List<Row> written(ListName list, List<Row> rows) {
        List<Row> spelled = Spelling.of(list, rows);
        return list == ListName.ACCOUNTS
                ? TargetAccount.underPresentIds(spelled, directory.roster())
                : spelled;
    }

    /// The rows of [#current].
    public List<Row> read(ListName list) {
        return current(list).rows();
    }

    /// The list as its owner wrote it, without hidden columns.
    public Current current(ListName list) {
        StoredList stored = load(list);
        List<Row> rows = visible(stored.rows()).stream().map(ReplaceList::withoutHidden).toList();
        if (list != ListName.REPS) {
            return new Current(stored.version(), rows, List.of());
        }
        List<HeldAddress> held = health.of(rows);
        return new Current(stored.version(), RosterHealth.shown(rows, held), held);
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
                                known.isEmpty()
                                        ? "Leave out %s: no new row looks like a row on the list"
                                                .formatted(id)
                                        : "Leave out %s: only these look like a row on the list: %s"
                                                .formatted(id, String.join(", ", known))));
    }

    private static boolean dropsTooMany(
            ListName list, Map<String, Row> known, Difference difference) {
        return list != ListName.AGREEMENT && difference.dropped() > known.size() * DROPPED_SHARE;
    }

    /// References in other lists to removed rows, to reps set inactive, and to removed stages. A
    /// person who merely has a new id is found by the earlier one.
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
        Map<String, Set<String>> stagesGone =
                list == ListName.SEQUENCES ? StillNamed.stagesGone(known, wanted) : Map.of();
        if (gone.isEmpty() && stagesGone.isEmpty() || StillNamed.referringLists(list).isEmpty()) {
            return List.of();
        }
        Map<ListName, List<Row>> others = new EnumMap<>(ListName.class);
        store.load(StillNamed.referringLists(list))
                .forEach((other, stored) ->
                        others.put(other, written(other, visible(stored.rows()))));
        return StillNamed.of(list, gone, stagesGone, others);
    }

    private static boolean leaves(ListName list, Row before, @Nullable Row after) {
        return after == null
                || list == ListName.REPS && Rows.rep(before).active() && !Rows.rep(after).active();
    }

    /// Treats the agreement as a single row even if its version changes, so that the differences
    /// are its settings.
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
            List<SamePerson> same,
            List<String> back,
            List<OtherId> otherIds,
            List<FieldError> warnings) {
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
        List<CellChange> first = first(cells);
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
                same,
                back,
                otherIds,
                warnings);
    }

    private static List<CellChange> first(List<CellChange> cells) {
        int left = MOST_TEXT;
        int fits = 0;
        for (CellChange each : cells.subList(0, Math.min(MOST_CELLS, cells.size()))) {
            left -= each.before().length() + each.after().length();
            if (left < 0) {
                break;
            }
            fits++;
        }
        return List.copyOf(cells.subList(0, fits));
    }

    private static List<CellChange> cells(String key, Row before, Row after) {
        Set<String> columns = new TreeSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        return columns.stream()
                .filter(column -> !before.text(column).equals(after.text(column)))
                .map(column -> new CellChange(key, column, before.text(column), after.text(column)))
                .toList();
    }

    /// The agreement, with the time when the first one took effect; that is unknown for an
    /// agreement from before this was stored.
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

    private static String sentence(ListName list, Difference difference) {
        return "%d added, %d changed, %d removed, %d as before"
                        .formatted(
                                difference.added().size(),
                                difference.changed().size(),
                                difference.removed().size(),
                                difference.unchanged())
                + same(list, difference.samePeople().size())
                + few(difference);
    }

    /// Names the rows, and the columns of changed rows, if there are only a few; never shows the
    /// values (R5.10).
    private static String few(Difference difference) {
        List<String> parts = new ArrayList<>();
        difference.added().forEach(row -> parts.add(row + " added"));
        Map<String, List<String>> columns = new TreeMap<>();
        difference
                .cells()
                .forEach(cell ->
                        columns.computeIfAbsent(cell.row(), row -> new ArrayList<>())
                                .add(cell.column()));
        columns.forEach((row, names) -> parts.add(row + " " + String.join(", ", names)));
        difference.removed().forEach(row -> parts.add(row + " removed"));
        return parts.isEmpty()
                        || parts.size() > NAMED_IN_HISTORY
                        || !difference.samePeople().isEmpty()
                ? ""
                : ": " + String.join("; ", parts);
    }

    private static String same(ListName list, int number) {
        if (number == 0) {
            return "";
        }
        return number == 1
                ? "; 1 is the same %s under another id"
                        .formatted(list == ListName.REPS ? "person" : "account")
                : "; %d are the same %s under other ids"
                        .formatted(number, list == ListName.REPS ? "people" : "accounts");
    }
}
