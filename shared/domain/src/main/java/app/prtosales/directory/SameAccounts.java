package app.prtosales.directory;

import app.prtosales.text.SameName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds accounts on a new list that had another id before, by a name that no other account has on
/// either list. What was recorded about deals stays with the id of that time, so an account is from
/// then on known under both.
final class SameAccounts {

    /// How many earlier ids are kept for an account.
    private static final int MOST_IDS = 20;

    private SameAccounts() {}

    /// @param known the current list, by id; `wanted` is the new one
    static List<SamePerson> found(Map<String, Row> known, Map<String, Row> wanted) {
        Map<String, Row> leaving = byUniqueName(known.values());
        List<SamePerson> found = new ArrayList<>();
        byUniqueName(wanted.values())
                .forEach((name, row) -> {
                    @Nullable Row was = leaving.get(name);
                    if (was != null
                            && !wanted.containsKey(was.text("id"))
                            && !known.containsKey(row.text("id"))) {
                        found.add(
                                new SamePerson(
                                        was.text("id"),
                                        row.text("id"),
                                        row.text("name"),
                                        SamePerson.Why.NAME));
                    }
                });
        return List.copyOf(found);
    }

    private static Map<String, Row> byUniqueName(Collection<Row> rows) {
        Map<String, List<Row>> byName =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> SameName.key(row.text("name")),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<String, Row> unique = new TreeMap<>();
        byName.forEach((name, those) -> {
            if (those.size() == 1 && !name.isEmpty()) {
                unique.put(name, those.getFirst());
            }
        });
        return unique;
    }

    /// The rows to store, with their earlier ids, latest first. An id that is on the list again
    /// belongs to whoever has it now.
    static List<Row> storedRows(List<Row> before, Map<String, Row> wanted, List<SamePerson> same) {
        Map<String, String> renamed =
                same.stream().collect(Collectors.toMap(SamePerson::after, SamePerson::before));
        Map<String, List<String>> known =
                before.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.text("id"),
                                        row -> row.list(HiddenColumn.EARLIER_IDS)));
        return wanted.entrySet().stream()
                .map(each -> {
                    String was = renamed.getOrDefault(each.getKey(), each.getKey());
                    Set<String> earlier = new LinkedHashSet<>(List.of(was));
                    earlier.addAll(known.getOrDefault(was, List.of()));
                    earlier.removeAll(wanted.keySet());
                    return each.getValue()
                            .with(
                                    HiddenColumn.EARLIER_IDS,
                                    earlier.stream()
                                            .limit(MOST_IDS)
                                            .collect(Collectors.joining(";")));
                })
                .toList();
    }
}
