package app.prtosales.directory;

import app.prtosales.directory.DirectoryStore.StoredList;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The lists, read as what they mean. Each call reads the list as it is in force now.
public final class Directory {

    private final DirectoryStore store;
    private final Map<ListName, StoredList> read;

    /// The two lists that may be long.
    private final LastMeaning<Roster> roster;

    private final LastMeaning<List<TargetAccount>> accounts;

    public Directory(DirectoryStore store) {
        this(
                store,
                Map.of(),
                new LastMeaning<>(rows -> new Roster(rows.stream().map(Rows::member).toList())),
                new LastMeaning<>(rows -> rows.stream().map(Rows::account).toList()));
    }

    private Directory(
            DirectoryStore store,
            Map<ListName, StoredList> read,
            LastMeaning<Roster> roster,
            LastMeaning<List<TargetAccount>> accounts) {
        this.store = store;
        this.read = read;
        this.roster = roster;
        this.accounts = accounts;
    }

    /// These lists as they are in force now, read together; any other is read when it is asked for.
    public Directory with(Set<ListName> lists) {
        return new Directory(store, store.load(lists), roster, accounts);
    }

    public Roster roster() {
        return roster.of(rows(ListName.REPS));
    }

    public List<Segment> segments() {
        return rows(ListName.SEGMENTS).stream().map(Rows::segment).toList();
    }

    /// Their names, by their ids.
    public Map<String, String> segmentNames() {
        return segments().stream()
                .collect(Collectors.toUnmodifiableMap(Segment::id, Segment::name));
    }

    public Set<String> segmentIds() {
        return segments().stream().map(Segment::id).collect(Collectors.toUnmodifiableSet());
    }

    public Map<String, Sequence> sequences() {
        return rows(ListName.SEQUENCES).stream()
                .filter(row -> row.text(Rows.GONE).isEmpty())
                .map(Rows::sequence)
                .collect(Collectors.toUnmodifiableMap(Sequence::id, Function.identity()));
    }

    /// Names of all sequences by their ids, also of those that are off the list. One that was taken
    /// off before its name was kept has none.
    public Map<String, String> sequenceNames() {
        return rows(ListName.SEQUENCES).stream()
                .filter(row -> !row.text("name").isEmpty())
                .collect(
                        Collectors.toUnmodifiableMap(
                                row -> row.text("id"), row -> row.text("name")));
    }

    /// When the sequences that are off the list were taken off it, by their ids.
    public Map<String, Instant> sequencesGone() {
        Map<String, Instant> gone = new HashMap<>();
        for (Row row : rows(ListName.SEQUENCES)) {
            Instant since = Rows.instant(row, Rows.STATUS_SINCE);
            if (!row.text(Rows.GONE).isEmpty() && since != null) {
                gone.put(row.text("id"), since);
            }
        }
        return gone;
    }

    public List<TargetAccount> accounts() {
        return accounts.of(rows(ListName.ACCOUNTS));
    }

    public List<MappingRule> rules() {
        List<Row> rules = rows(ListName.RULES);
        Map<String, String> segments =
                rules.stream().allMatch(row -> row.text("segment").isEmpty())
                        ? Map.of()
                        : segmentNames();
        return rules.stream().map(row -> Rows.rule(row, segments)).toList();
    }

    /// The agreement in force; [Agreement#NONE] until there is one.
    public Agreement agreement() {
        return rows(ListName.AGREEMENT).stream()
                .findFirst()
                .map(Rows::agreement)
                .orElse(Agreement.NONE);
    }

    private List<Row> rows(ListName list) {
        StoredList known = read.get(list);
        return (known == null ? store.load(list) : known).rows();
    }
}
