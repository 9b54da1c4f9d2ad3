package app.prtosales.directory;

import app.prtosales.concurrent.Lazy;
import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.text.SameName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds rows that have somebody else's id, but neither that person's name nor an address of
/// theirs: some HR systems number positions, and whoever takes over a position gets its id. Records
/// stay with an id, so a row that is declared to be a new person's is stored under another id, the
/// same one each time the list is uploaded.
final class OtherIds {

    /// The longest id to which a number is added.
    private static final int LONGEST = 60;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final List<Row> before;
    private final Supplier<Map<String, List<Row>>> byMark = new Lazy<>(this::byMark);
    private final Map<String, List<Row>> holders = new HashMap<>();
    private final Options options;
    private final Set<String> newPeople;
    private final Map<String, Row> sent;
    private final Set<String> taken = new HashSet<>();
    private final List<OtherId> found = new ArrayList<>();

    /// @param before the stored rows, including the remainders of people who are off the list
    /// @param rows the new list
    OtherIds(List<Row> before, List<Row> rows, Options options) {
        this.before = before;
        before.forEach(row -> {
            taken.add(row.text("id"));
            taken.addAll(row.list(HiddenColumn.EARLIER_IDS));
            Stream.of(row.text("id"), row.text(HiddenColumn.SENT_AS))
                    .filter(id -> !id.isEmpty())
                    .forEach(id -> holders.computeIfAbsent(id, none -> new ArrayList<>()).add(row));
        });
        this.options = options;
        this.newPeople = options.newPeople();
        this.sent =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.text("id"), row -> row, (one, other) -> one));
        taken.addAll(sent.keySet());
        rows.forEach(this::find);
    }

    List<OtherId> found() {
        return List.copyOf(found);
    }

    /// The new people who are not among these rows.
    Set<String> otherNewPeople() {
        Set<String> others = new TreeSet<>(newPeople);
        found.forEach(each -> others.remove(each.id()));
        return others;
    }

    /// The ids that rows were sent with, by the ids that they are stored under.
    Map<String, String> sentAs() {
        return replaced().collect(Collectors.toMap(OtherId::newId, OtherId::id));
    }

    /// The rows under the ids that they are stored under. A new person does not get a second
    /// address that was kept from the list.
    List<Row> stored(List<Row> rows) {
        Map<String, String> newIds =
                replaced()
                        .collect(
                                Collectors.toMap(OtherId::id, OtherId::newId, (one, other) -> one));
        return rows.stream()
                .map(row -> newPeople.contains(row.text("id")) ? options.identifying(row) : row)
                .map(row -> row.with("id", newIds.getOrDefault(row.text("id"), row.text("id"))))
                .toList();
    }

    private Stream<OtherId> replaced() {
        return found.stream().filter(each -> !each.asked());
    }

    private void find(Row whole) {
        Row row = options.identifying(whole);
        String id = row.text("id");
        List<Row> known = holders.getOrDefault(id, List.of());
        Optional<Row> same = known.stream().filter(each -> isSame(each, row)).findFirst();
        if (same.isPresent()) {
            keep(row, same.get());
            return;
        }
        Optional<Row> holder = known.stream().filter(each -> !Rows.isGone(each)).findFirst();
        // Trusted if only one person ever had the id and is off the list (decision 355).
        boolean trusted = holder.isEmpty() && known.size() <= 1;
        if (trusted || isKnownUnderAnotherId(row)) {
            return;
        }
        boolean asked = !newPeople.contains(id);
        String name = holder.map(each -> each.text("name")).orElse(null);
        found.add(new OtherId(id, free(id), name, row.text("name"), asked));
        if (asked) {
            holder.ifPresent(each -> keep(row, each));
        }
    }

    /// Stores the row under the id that the person has on the current list.
    private void keep(Row row, Row person) {
        String id = row.text("id");
        String present = person.text("id");
        if (!present.equals(id) && !sent.containsKey(present)) {
            found.add(new OtherId(id, present, null, row.text("name"), false));
        }
    }

    /// Whether somebody who is on the list moves to this id; [SamePeople] refuses that.
    private boolean isKnownUnderAnotherId(Row row) {
        return SamePeople.marks(row).stream()
                .flatMap(mark -> byMark.get().getOrDefault(mark, List.of()).stream())
                .filter(each -> !each.text("id").equals(row.text("id")))
                .anyMatch(each -> SamePeople.leaves(each, sent.get(each.text("id"))));
    }

    private Map<String, List<Row>> byMark() {
        Map<String, List<Row>> byMark = new HashMap<>();
        Rows.onTheList(before).forEach(row -> SamePeople.index(byMark, row, SamePeople::marks));
        return byMark;
    }

    private String free(String id) {
        String start = id.substring(0, Math.min(id.length(), LONGEST));
        int number = 2;
        while (!taken.add(start + "-" + number)) {
            number++;
        }
        return start + "-" + number;
    }

    private static boolean isSame(Row known, Row row) {
        return SamePeople.isSame(known, row)
                || !Rows.isGone(known) && words(known.text("name")).equals(words(row.text("name")));
    }

    /// A name's words in any order: “Lee, Dana” is “Dana Lee”.
    private static Set<String> words(String name) {
        return new TreeSet<>(List.of(BETWEEN_WORDS.split(SameName.key(name))));
    }
}
