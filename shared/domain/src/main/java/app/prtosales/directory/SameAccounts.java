package app.prtosales.directory;

import app.prtosales.text.SameName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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

    /// How long an account that was taken off the list is recognized.
    private static final Duration RECOGNIZED = Duration.ofDays(365);

    private SameAccounts() {}

    /// @param before the stored rows, including the remainders of accounts that are off the list
    /// @param wanted the new list, by id
    static List<SamePerson> found(List<Row> before, Map<String, Row> wanted, Instant now) {
        Set<String> there =
                Rows.onTheList(before).stream()
                        .map(row -> row.text("id"))
                        .collect(Collectors.toUnmodifiableSet());
        Map<String, Row> leaving = leaving(before, wanted, now);
        List<SamePerson> found = new ArrayList<>();
        byUniqueName(wanted.values())
                .forEach((name, row) -> {
                    @Nullable Row was = leaving.get(name);
                    if (was != null
                            && !wanted.containsKey(was.text("id"))
                            && !there.contains(row.text("id"))) {
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

    /// By name, the accounts that may be on the new list under another id. One on the current list
    /// takes precedence over those that have left it.
    private static Map<String, Row> leaving(
            List<Row> before, Map<String, Row> wanted, Instant now) {
        Map<String, Row> leaving =
                byUniqueName(
                        before.stream()
                                .filter(row -> isRecognized(row, now))
                                .filter(row -> !wanted.containsKey(row.text("id")))
                                .toList());
        List<Row> there = Rows.onTheList(before);
        there.forEach(row -> leaving.remove(key(row)));
        leaving.putAll(byUniqueName(there));
        return leaving;
    }

    private static boolean isRecognized(Row row, Instant now) {
        return Rows.goneSince(row)
                .filter(since -> since.isAfter(now.minus(RECOGNIZED)))
                .isPresent();
    }

    private static String key(Row row) {
        return SameName.key(row.text("name"));
    }

    private static Map<String, Row> byUniqueName(Collection<Row> rows) {
        Map<String, List<Row>> byName =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SameAccounts::key, TreeMap::new, Collectors.toList()));
        Map<String, Row> unique = new TreeMap<>();
        byName.forEach((name, those) -> {
            if (those.size() == 1 && !name.isEmpty()) {
                unique.put(name, those.getFirst());
            }
        });
        return unique;
    }

    /// The rows to store, with their earlier ids, latest first, and for a while the remainders of
    /// accounts that are off the list. An id that is on the list again belongs to whoever has it
    /// now.
    static List<Row> storedRows(
            List<Row> before, Map<String, Row> wanted, List<SamePerson> same, Instant now) {
        Map<String, String> renamed =
                same.stream().collect(Collectors.toMap(SamePerson::after, SamePerson::before));
        Map<String, List<String>> known =
                before.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.text("id"),
                                        row -> row.list(HiddenColumn.EARLIER_IDS)));
        Map<String, Row> stored = new TreeMap<>();
        Set<String> held = new HashSet<>(wanted.keySet());
        wanted.forEach((id, row) -> {
            String was = renamed.getOrDefault(id, id);
            Set<String> earlier = new LinkedHashSet<>(List.of(was));
            earlier.addAll(known.getOrDefault(was, List.of()));
            earlier.removeAll(wanted.keySet());
            held.addAll(earlier);
            stored.put(
                    id,
                    row.with(
                            HiddenColumn.EARLIER_IDS,
                            earlier.stream().limit(MOST_IDS).collect(Collectors.joining(";"))));
        });
        before.stream()
                .filter(row -> !held.contains(row.text("id")))
                .map(row -> gone(row, held, now))
                .filter(row -> isRecognized(row, now))
                .forEach(row -> stored.put(row.text("id"), row));
        return List.copyOf(stored.values());
    }

    /// What is kept of an account that is off the list.
    ///
    /// @param held ids that belong to an account on the list
    private static Row gone(Row row, Set<String> held, Instant now) {
        List<String> earlier = new ArrayList<>(row.list(HiddenColumn.EARLIER_IDS));
        earlier.removeAll(held);
        return new Row(Map.of("id", row.text("id"), "name", row.text("name")))
                .with(HiddenColumn.EARLIER_IDS, String.join(";", earlier))
                .with(HiddenColumn.GONE, Rows.goneSince(row).orElse(now).toString());
    }
}
