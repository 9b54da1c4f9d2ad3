package app.prtosales.directory;

import app.prtosales.directory.DirectoryStore.StoredList;
import app.prtosales.id.AccountId;
import app.prtosales.id.SequenceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The lists as domain objects. Each call reads the current version of its list.
public final class Directory {

    private final DirectoryStore store;
    private final Map<ListName, StoredList> read;

    /// The two lists that may be long.
    private final ParsedOnce<Roster> roster;

    private final ParsedOnce<List<TargetAccount>> accounts;

    public Directory(DirectoryStore store) {
        this(
                store,
                Map.of(),
                new ParsedOnce<>(
                        rows -> new Roster(readable(store, ListName.REPS, rows, Rows::member))),
                new ParsedOnce<>(rows ->
                        readable(store, ListName.ACCOUNTS, Rows.onTheList(rows), Rows::account)));
    }

    private Directory(
            DirectoryStore store,
            Map<ListName, StoredList> read,
            ParsedOnce<Roster> roster,
            ParsedOnce<List<TargetAccount>> accounts) {
        this.store = store;
        this.read = read;
        this.roster = roster;
        this.accounts = accounts;
    }

    /// The current versions of these lists, read together; any other list is read on demand.
    public Directory with(Set<ListName> lists) {
        return new Directory(store, store.load(lists), roster, accounts);
    }

    public Roster roster() {
        return roster.of(rows(ListName.REPS));
    }

    public List<Segment> segments() {
        return readable(ListName.SEGMENTS, Rows::segment);
    }

    /// The names of the segments, by id.
    public Map<String, String> segmentNames() {
        return segments().stream()
                .collect(Collectors.toUnmodifiableMap(Segment::id, Segment::name));
    }

    public Set<String> segmentIds() {
        return segments().stream().map(Segment::id).collect(Collectors.toUnmodifiableSet());
    }

    public Map<SequenceId, Sequence> sequences() {
        List<Row> rows = Rows.onTheList(rows(ListName.SEQUENCES));
        return readable(store, ListName.SEQUENCES, rows, Rows::sequence).stream()
                .collect(Collectors.toUnmodifiableMap(Sequence::id, Function.identity()));
    }

    /// The names of all sequences by id, including those removed from the list. A sequence removed
    /// before names were kept has none.
    public Map<SequenceId, String> sequenceNames() {
        return rows(ListName.SEQUENCES).stream()
                .filter(row -> !row.text("id").isEmpty() && !row.text("name").isEmpty())
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> new SequenceId(row.text("id")), row -> row.text("name")));
    }

    /// When each removed sequence was taken off the list, by id.
    public Map<SequenceId, Instant> sequencesGone() {
        Map<SequenceId, Instant> gone = new HashMap<>();
        List<Row> offTheList =
                rows(ListName.SEQUENCES).stream()
                        .filter(Rows::isGone)
                        .filter(row -> !row.text(HiddenColumn.STATUS_SINCE).isEmpty())
                        .toList();
        readable(
                        store,
                        ListName.SEQUENCES,
                        offTheList,
                        row ->
                                Map.entry(
                                        new SequenceId(row.text("id")),
                                        Instant.parse(row.text(HiddenColumn.STATUS_SINCE))))
                .forEach(each -> gone.put(each.getKey(), each.getValue()));
        return gone;
    }

    public List<TargetAccount> accounts() {
        return accounts.of(rows(ListName.ACCOUNTS));
    }

    /// The current id of an account by each of its ids, even for an account that left the list a
    /// while ago.
    public Map<AccountId, AccountId> presentAccountIds() {
        Map<AccountId, AccountId> present = new HashMap<>();
        readable(
                        ListName.ACCOUNTS,
                        row ->
                                Map.entry(
                                        new AccountId(row.text("id")),
                                        row.list(HiddenColumn.EARLIER_IDS)))
                .forEach(ids -> {
                    present.put(ids.getKey(), ids.getKey());
                    ids.getValue()
                            .forEach(id -> present.putIfAbsent(new AccountId(id), ids.getKey()));
                });
        return Map.copyOf(present);
    }

    public List<MappingRule> rules() {
        Map<String, String> segments =
                rows(ListName.RULES).stream().allMatch(row -> row.text("segment").isEmpty())
                        ? Map.of()
                        : segmentNames();
        return readable(ListName.RULES, row -> Rows.rule(row, segments));
    }

    /// The current agreement; [Agreement#NONE] until there is one.
    public Agreement agreement() {
        return readable(ListName.AGREEMENT, Rows::agreement).stream()
                .findFirst()
                .orElse(Agreement.NONE);
    }

    /// Whether this release can read a row of the list.
    public static boolean isReadable(ListName list, Row row) {
        return tryRead(row, readerOf(list)) instanceof ReadRow<?>;
    }

    private static Function<Row, ?> readerOf(ListName list) {
        return switch (list) {
            case REPS -> Rows::member;
            case SEGMENTS -> Rows::segment;
            case SEQUENCES -> Rows::sequence;
            case ACCOUNTS -> Rows::account;
            case RULES -> row -> Rows.rule(row, Map.of());
            case AGREEMENT -> Rows::agreement;
        };
    }

    private <T> List<T> readable(ListName list, Function<Row, T> reading) {
        return readable(store, list, rows(list), reading);
    }

    /// Reads the rows; a row that cannot be read is set aside, and the others remain.
    private static <T> List<T> readable(
            DirectoryStore store, ListName list, List<Row> rows, Function<Row, T> reading) {
        List<T> all = new ArrayList<>();
        for (Row row : rows) {
            switch (tryRead(row, reading)) {
                case ReadRow<T>(var value) -> all.add(value);
                case UnreadableRow<T>(var why) -> store.putAside(list, row.text(list.key()), why);
            }
        }
        return List.copyOf(all);
    }

    private sealed interface Result<T> {}

    private record ReadRow<T>(T value) implements Result<T> {}

    private record UnreadableRow<T>(String why) implements Result<T> {}

    private static <T> Result<T> tryRead(Row row, Function<Row, T> reading) {
        try {
            return new ReadRow<>(reading.apply(row));
        } catch (IllegalArgumentException
                | DateTimeException
                | IndexOutOfBoundsException
                | NoSuchElementException unreadable) {
            return new UnreadableRow<>(String.valueOf(unreadable.getMessage()));
        }
    }

    private List<Row> rows(ListName list) {
        StoredList known = read.get(list);
        return (known == null ? store.load(list) : known).rows();
    }
}
