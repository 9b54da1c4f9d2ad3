package app.prtosales.directory;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.text.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A list that was sent, matched with the stored one: which of its rows are known under another id,
/// which ids they must not have, and what to store.
final class NewList {

    private final ListName list;
    private final List<Row> before;
    private final Options options;
    private final Instant now;
    private final OtherIds others;
    private final List<Row> rows;
    private final Map<String, Row> known;
    private final Map<String, Row> wanted;
    private final SamePeople people;
    private final List<SamePerson> found;
    private final Set<String> newPeople;
    private final List<SamePerson> same;

    /// @param before the stored rows, including the remainders of rows that are off the list
    NewList(
            CurrentLists lists,
            ListName list,
            List<Row> before,
            List<Row> sent,
            Options options,
            Instant now) {
        this.list = list;
        this.before = before;
        this.options = options;
        this.now = now;
        this.others = new OtherIds(before, list == ListName.REPS ? sent : List.of(), options);
        this.rows = others.stored(sent);
        this.known = list.byKey(Rows.onTheList(before).stream().map(Row::withoutHidden).toList());
        this.wanted =
                list.byKey(lists.written(list, rows.stream().map(RosterHealth::hidden).toList()));
        Map<String, Row> identifying = new TreeMap<>(wanted);
        identifying.replaceAll((id, row) -> options.identifying(row));
        this.people = new SamePeople(before, identifying, now);
        this.found =
                switch (list) {
                    case REPS -> people.found();
                    case ACCOUNTS -> SameAccounts.found(before, wanted, now);
                    case SEGMENTS, SEQUENCES, RULES, AGREEMENT -> List.of();
                };
        // If the list is already stored, nobody on it is new anymore.
        this.newPeople = known.equals(wanted) ? Set.of() : others.otherNewPeople();
        this.same = found.stream().filter(each -> !newPeople.contains(each.after())).toList();
    }

    /// The new rows in the order in which they were sent, under the ids that they are stored under.
    List<Row> rows() {
        return rows;
    }

    /// Errors in ids, and in what was declared about them.
    List<FieldError> problems() {
        List<FieldError> problems = new ArrayList<>();
        if (list == ListName.REPS) {
            problems.addAll(DeletedIds.usedAgain(before, rows));
        }
        problems.addAll(notNew());
        if (list == ListName.REPS) {
            problems.addAll(
                    people.takenIds(rows.stream().map(options::identifying).toList(), same));
        }
        return problems;
    }

    /// The ids that were declared to be new people's, but are in no row that looks like somebody on
    /// the list.
    private List<FieldError> notNew() {
        List<String> known = found.stream().map(SamePerson::after).sorted().toList();
        return newPeople.stream()
                .sorted()
                .filter(id -> !known.contains(id))
                .map(id ->
                        known.isEmpty()
                                ? "Leave out %s: no new row looks like a row on the list"
                                        .formatted(id)
                                : "Leave out %s: only these look like a row on the list: %s"
                                        .formatted(id, String.join(", ", known)))
                .map(message -> new FieldError("newPeople", message))
                .toList();
    }

    /// @param lists where references to removed rows are looked up
    /// @param directory where the names in the new rows are looked up
    Difference difference(CurrentLists lists, Directory directory) {
        return new Difference(
                RowChanges.between(list == ListName.AGREEMENT ? asOneRow() : known, wanted),
                UnknownName.in(list, wanted.values(), directory),
                stillNamed(lists),
                same,
                list == ListName.REPS ? people.back(same) : List.of(),
                others.found(),
                ListWarnings.of(list, rows, directory));
    }

    /// The current agreement under the key of the new one: even if its version changes, the
    /// differences are its settings.
    private Map<String, Row> asOneRow() {
        String version = wanted.keySet().iterator().next();
        Map<String, Row> one = new TreeMap<>();
        known.values().forEach(row -> one.put(version, row));
        return one;
    }

    /// References in other lists to removed rows, to reps set inactive, and to removed stages.
    private List<StillNamed> stillNamed(CurrentLists lists) {
        List<Row> gone = gone();
        Map<String, Set<String>> stagesGone =
                list == ListName.SEQUENCES ? StillNamed.stagesGone(known, wanted) : Map.of();
        Set<ListName> referring = StillNamed.referringLists(list);
        return gone.isEmpty() && stagesGone.isEmpty() || referring.isEmpty()
                ? List.of()
                : StillNamed.of(list, gone, stagesGone, lists.onTheLists(referring));
    }

    /// The removed rows, and reps set inactive. Somebody who merely has a new id is not gone.
    private List<Row> gone() {
        Map<String, String> newIds =
                same.stream().collect(Collectors.toMap(SamePerson::before, SamePerson::after));
        return known.entrySet().stream()
                .filter(each -> {
                    String id = each.getKey();
                    return isGone(each.getValue(), wanted.get(newIds.getOrDefault(id, id)));
                })
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isGone(Row row, @Nullable Row after) {
        return after == null
                || list == ListName.REPS && Rows.rep(row).active() && !Rows.rep(after).active();
    }

    /// The rows to store, with their hidden columns.
    List<Row> stored() {
        return switch (list) {
            case REPS -> TeamDates.storedRows(before, wanted, people, same, others.sentAs(), now);
            case SEQUENCES -> SequenceDates.storedRows(before, wanted, now);
            case AGREEMENT -> List.of(agreement());
            case ACCOUNTS -> SameAccounts.storedRows(before, wanted, same, now);
            case SEGMENTS, RULES -> List.copyOf(wanted.values());
        };
    }

    /// The agreement, with the time when the first one took effect; that is unknown for an
    /// agreement from before this was stored.
    private Row agreement() {
        String since =
                before.isEmpty()
                        ? now.toString()
                        : before.getFirst().text(HiddenColumn.AGREED_SINCE);
        return wanted.values().iterator().next().with(HiddenColumn.AGREED_SINCE, since);
    }
}
