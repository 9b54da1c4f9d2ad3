package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.text.FieldError;
import app.prtosales.text.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds who is on a new list of reps under another id than before. What was recorded stays with an
/// id, so whoever gets another one is known under both from then on, and nobody may get an id that
/// was somebody else's.
final class SamePeople {

    /// As many earlier ids of a person as are kept.
    private static final int MOST_IDS = 20;

    private static final String KEEP =
            ". Records stay with an ID, so never give one person’s ID to another";

    private static final Row NOBODY = new Row(Map.of());
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, Row> before;
    private final Map<String, Row> wanted;

    /// @param before what is stored, with what is left of those who are off the list
    /// @param wanted the new list, by id
    SamePeople(List<Row> before, Map<String, Row> wanted) {
        this.before = new TreeMap<>();
        before.forEach(row -> this.before.put(row.text("id"), row));
        this.wanted = wanted;
    }

    /// First by address, then by name where only one has it; within both by their new ids.
    List<SamePerson> found() {
        Set<String> followed = new HashSet<>();
        wanted.keySet().forEach(id -> followed.addAll(earlierIds(id)));
        Map<String, Row> gone = new TreeMap<>(before);
        gone.keySet()
                .removeIf(id -> wanted.containsKey(id) && isThere(id) || followed.contains(id));
        Map<String, Row> added = new TreeMap<>(wanted);
        added.keySet().removeIf(this::isThere);
        List<SamePerson> found = new ArrayList<>();
        match(gone, added, SamePerson.Why.ADDRESS, SamePeople::namesAtMailboxes, found);
        match(gone, added, SamePerson.Why.ADDRESS, SamePeople::mailboxes, found);
        gone.keySet().removeAll(shared(gone));
        added.keySet().removeAll(shared(added));
        match(gone, added, SamePerson.Why.NAME, SamePeople::names, found);
        return List.copyOf(found);
    }

    /// The ids that somebody had before, latest first.
    ///
    /// @param before the id that they have on the list in force; null where it is this one, or none
    Set<String> earlierIds(String id, @Nullable String before) {
        Set<String> ids = new LinkedHashSet<>();
        if (before != null) {
            ids.add(before);
            ids.addAll(earlierIds(before));
        }
        ids.addAll(earlierIds(id));
        ids.remove(id);
        return ids.stream().limit(MOST_IDS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Rows whose id is or was somebody else's.
    List<FieldError> takenIds(List<Row> rows) {
        Map<String, Row> holders = new HashMap<>();
        for (Row row : wanted.values()) {
            earlierIds(row.text("id")).forEach(id -> holders.putIfAbsent(id, row));
        }
        Map<String, List<Row>> known = new HashMap<>();
        before.values().stream()
                .filter(row -> isThere(row.text("id")))
                .forEach(row -> index(known, row, SamePeople::marks));
        List<FieldError> taken = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String field = "items[%d].id".formatted(i);
            formerOwner(row, holders)
                    .or(() -> owner(row, known))
                    .map(said -> new FieldError(field, said + KEEP))
                    .ifPresent(taken::add);
        }
        return taken;
    }

    private static Optional<String> formerOwner(Row row, Map<String, Row> holders) {
        return Optional.ofNullable(holders.get(row.text("id")))
                .filter(holder -> !isSame(row, holder))
                .map(holder ->
                        "This was the ID of %s, who now has the ID %s"
                                .formatted(holder.text("name"), holder.text("id")));
    }

    /// Where this row is somebody who is known under another id.
    private Optional<String> owner(Row row, Map<String, List<Row>> known) {
        String id = row.text("id");
        Row was = before.get(id);
        if (was == null || !isThere(id) || isSame(was, row)) {
            return Optional.empty();
        }
        return marks(row).stream()
                .flatMap(mark -> known.getOrDefault(mark, List.of()).stream())
                .filter(each -> !isSame(each, wanted.getOrDefault(each.text("id"), NOBODY)))
                .findFirst()
                .map(each ->
                        "This is the ID of %s, but the row is for %s, who has the ID %s"
                                .formatted(was.text("name"), row.text("name"), each.text("id")));
    }

    private static void match(
            Map<String, Row> gone,
            Map<String, Row> added,
            SamePerson.Why why,
            Function<Row, List<String>> marks,
            List<SamePerson> found) {
        Map<String, List<Row>> known = new HashMap<>();
        gone.values().forEach(row -> index(known, row, marks));
        for (Row row : List.copyOf(added.values())) {
            Optional<String> was =
                    marks.apply(row).stream()
                            .flatMap(mark -> known.getOrDefault(mark, List.of()).stream())
                            .map(each -> each.text("id"))
                            .filter(gone::containsKey)
                            .findFirst();
            if (was.isPresent()) {
                gone.remove(was.get());
                added.remove(row.text("id"));
                // Whose own id comes back is nobody new.
                if (!was.get().equals(row.text("id"))) {
                    found.add(new SamePerson(was.get(), row.text("id"), row.text("name"), why));
                }
            }
        }
    }

    private static void index(
            Map<String, List<Row>> byMark, Row row, Function<Row, List<String>> marks) {
        marks.apply(row)
                .forEach(mark -> byMark.computeIfAbsent(mark, first -> new ArrayList<>()).add(row));
    }

    /// The ids of those who share their name with another.
    private static Set<String> shared(Map<String, Row> rows) {
        Map<String, List<Row>> byName =
                rows.values().stream()
                        .collect(Collectors.groupingBy(row -> String.join("", names(row))));
        return byName.values().stream()
                .filter(each -> each.size() > 1)
                .flatMap(Collection::stream)
                .map(row -> row.text("id"))
                .collect(Collectors.toSet());
    }

    private boolean isThere(String id) {
        Row row = before.get(id);
        return row != null && !Rows.isGone(row);
    }

    private Set<String> earlierIds(String id) {
        Row row = before.get(id);
        return row == null ? Set.of() : new LinkedHashSet<>(row.list(HiddenColumn.EARLIER_IDS));
    }

    private static boolean isSame(Row one, Row other) {
        return !Collections.disjoint(marks(one), marks(other));
    }

    /// What tells who somebody is: each mailbox, and the name.
    private static List<String> marks(Row row) {
        return Stream.concat(mailboxes(row).stream(), names(row).stream()).toList();
    }

    private static List<String> namesAtMailboxes(Row row) {
        return names(row).stream()
                .flatMap(name -> mailboxes(row).stream().map(mailbox -> name + "@" + mailbox))
                .toList();
    }

    /// Who is off the list has none.
    private static List<String> names(Row row) {
        String name = SPACES.matcher(SearchText.folded(row.text("name"))).replaceAll(" ").strip();
        return name.isEmpty() ? List.of() : List.of(name);
    }

    /// The ids of somebody's mailboxes: all that is kept of the addresses of who is off the list.
    static List<String> mailboxes(Row row) {
        return Rows.isGone(row)
                ? row.list(HiddenColumn.MAILBOXES)
                : Stream.of(row.text("email"), row.text("secondEmail"))
                        .filter(address -> !address.isEmpty())
                        .map(Mailbox::idOf)
                        .distinct()
                        .toList();
    }
}
