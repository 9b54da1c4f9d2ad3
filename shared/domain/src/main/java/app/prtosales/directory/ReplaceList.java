package app.prtosales.directory;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.directory.Roster.Membership;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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

    /// What is left of a rep who was taken off the list is kept this long: no deadline is older.
    private static final Duration KEEP_GONE = Duration.ofDays(60);

    /// As many changed cells as somebody looks through, and an answer can hold.
    private static final int MOST_CELLS = 1_000;

    private static final List<String> ADDRESSES = List.of("email", "secondEmail");

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
    public record Options(boolean dryRun, boolean confirmed) {}

    /// What a list changes.
    ///
    /// @param added keys, as are `changed` and `removed`
    /// @param cells of the changed rows, at most [#MOST_CELLS] of them
    /// @param moreCells how many were left out
    /// @param unknown names in it that are not in the list they point at
    /// @param stillNamed rows of other lists that name what it takes off
    public record Difference(
            List<String> added,
            List<String> changed,
            List<String> removed,
            int unchanged,
            List<CellChange> cells,
            int moreCells,
            List<UnknownName> unknown,
            List<StillNamed> stillNamed) {}

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

        /// Somebody else put another list in force meanwhile.
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
        Map<String, Row> known = byKey(list, visible(before.rows()));
        Map<String, Row> wanted =
                byKey(list, rows.stream().map(ReplaceList::withoutHealth).toList());
        Difference difference =
                difference(
                        list,
                        known,
                        wanted,
                        UnknownName.in(list, wanted.values(), directory),
                        stillNamed(list, known, wanted));
        if (options.dryRun()) {
            return new Outcome.WouldBe(difference);
        }
        if (!options.confirmed() && dropsTooMany(list, known, difference)) {
            return new Outcome.DropsTooMany(difference);
        }
        Instant now = clock.instant();
        List<Row> stored =
                switch (list) {
                    case REPS -> withMembership(before.rows(), wanted, now);
                    case SEQUENCES -> SequenceDates.kept(before.rows(), wanted, now);
                    case SEGMENTS, ACCOUNTS, RULES, AGREEMENT -> List.copyOf(wanted.values());
                };
        if (list == ListName.REPS) {
            releaseWorking(rows, now);
        }
        people.remember(by);
        HistoryEntry entry =
                new HistoryEntry(
                        "directory-" + list.word(), now, by.id(), sentence(difference), null);
        return store.replace(list, before.version(), stored, entry)
                ? new Outcome.InForce(difference)
                : new Outcome.OutOfDate();
    }

    /// The list as its owner wrote it: without what only we keep.
    public List<Row> read(ListName list) {
        List<Row> rows =
                visible(store.load(list).rows()).stream().map(ReplaceList::withoutHidden).toList();
        return list == ListName.REPS ? withHealth(rows) : rows;
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
        return rep.with(ListName.MAIL_HEALTH, health);
    }

    /// Whoever sends `ok` says that the rep's addresses work again.
    private void releaseWorking(List<Row> reps, Instant now) {
        Map<String, Mailbox> held = mailboxes.held();
        reps.stream()
                .filter(rep -> rep.text(ListName.MAIL_HEALTH).equals("ok"))
                .flatMap(rep -> ADDRESSES.stream().map(rep::text))
                .map(Mailbox::idOf)
                .filter(held::containsKey)
                .forEach(id -> mailboxes.release(id, now));
    }

    private static Row withoutHealth(Row row) {
        return row.with(ListName.MAIL_HEALTH, "");
    }

    private static boolean dropsTooMany(
            ListName list, Map<String, Row> known, Difference difference) {
        return list != ListName.AGREEMENT
                && difference.removed().size() > known.size() * DROPPED_SHARE;
    }

    /// What other lists say of the rows that go, and of reps who are set inactive.
    private List<StillNamed> stillNamed(
            ListName list, Map<String, Row> known, Map<String, Row> wanted) {
        List<Row> gone =
                known.entrySet().stream()
                        .filter(each -> leaves(list, each.getValue(), wanted.get(each.getKey())))
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
            List<StillNamed> stillNamed) {
        Map<String, Row> known =
                list == ListName.AGREEMENT && wanted.size() == 1
                        ? asOneRow(before, wanted)
                        : before;
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<CellChange> cells = new ArrayList<>();
        wanted.forEach((key, row) -> {
            @Nullable Row was = known.get(key);
            if (was == null) {
                added.add(key);
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
                changed,
                removed,
                unchanged,
                first,
                cells.size() - first.size(),
                unknown,
                stillNamed);
    }

    private static List<CellChange> cells(String key, Row before, Row after) {
        Set<String> columns = new TreeSet<>(before.cells().keySet());
        columns.addAll(after.cells().keySet());
        return columns.stream()
                .filter(column -> !before.text(column).equals(after.text(column)))
                .map(column -> new CellChange(key, column, before.text(column), after.text(column)))
                .toList();
    }

    /// When each rep was of the team, and what is left of those who were and are off the list.
    private static List<Row> withMembership(
            List<Row> before, Map<String, Row> wanted, Instant now) {
        Map<String, Row> stored = new TreeMap<>();
        Map<String, Row> known = byKey(ListName.REPS, before);
        wanted.forEach((id, row) -> stored.put(id, membership(known.get(id), row, now)));
        for (Row row : before) {
            String id = row.text("id");
            if (!stored.containsKey(id)) {
                Row gone = gone(row, now);
                if (!gone.text(Rows.TEAM).isEmpty()) {
                    stored.put(id, gone);
                }
            }
        }
        return List.copyOf(stored.values());
    }

    private static Row membership(@Nullable Row before, Row wanted, Instant now) {
        List<Membership> known = before == null ? List.of() : Rows.memberships(before);
        return wanted.with(
                Rows.TEAM, written(memberships(known, Rows.rep(wanted).isOfTheTeam(), now)));
    }

    /// The id and the intervals: nothing that tells who it was.
    private static Row gone(Row row, Instant now) {
        List<Membership> memberships = memberships(Rows.memberships(row), false, now);
        return new Row(
                Map.of("id", row.text("id"), Rows.TEAM, written(memberships), Rows.GONE, "true"));
    }

    /// Begins or ends an interval where that changed, and forgets what no deadline asks for.
    private static List<Membership> memberships(
            List<Membership> known, boolean isOfTheTeam, Instant now) {
        List<Membership> memberships = new ArrayList<>();
        boolean was = false;
        for (Membership each : known) {
            if (each.until() != null) {
                if (each.until().isAfter(now.minus(KEEP_GONE))) {
                    memberships.add(each);
                }
            } else {
                was = true;
                memberships.add(isOfTheTeam ? each : new Membership(each.since(), now));
            }
        }
        if (isOfTheTeam && !was) {
            memberships.add(new Membership(now, null));
        }
        return memberships;
    }

    private static String written(List<Membership> memberships) {
        return memberships.stream().map(Membership::toString).collect(Collectors.joining(";"));
    }

    private static List<Row> visible(List<Row> rows) {
        return rows.stream().filter(row -> row.text(Rows.GONE).isEmpty()).toList();
    }

    private static Row withoutHidden(Row row) {
        Map<String, String> cells = new TreeMap<>(row.cells());
        cells.keySet().removeIf(column -> column.startsWith("_"));
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
                        difference.unchanged());
    }
}
