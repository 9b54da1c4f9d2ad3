package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.text.FieldError;
import app.prtosales.text.SameName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds people on a new list of reps who had another id before. Records stay with the id they were
/// made under, so a person with a new id is from then on known under both, and nobody may get an id
/// that belonged to someone else.
final class SamePeople {

    /// How many earlier ids are kept for a person.
    private static final int MOST_IDS = 20;

    private static final String KEEP =
            ". Records stay with an ID, so never give one person’s ID to another";

    private static final Row NOBODY = new Row(Map.of());

    private static final Row INACTIVE = new Row(Map.of("active", "false"));

    private static final Comparator<Row> ACTIVE_FIRST =
            Comparator.comparing(SamePeople::isActive).reversed();

    private final Map<String, Row> before;
    private final Map<String, Row> wanted;

    /// @param before the stored rows, including the remainders of people who are off the list
    /// @param wanted the new list, by id
    SamePeople(List<Row> before, Map<String, Row> wanted, Instant now) {
        this.before = new TreeMap<>();
        before.forEach(row -> this.before.put(row.text("id"), TeamDates.recognizable(row, now)));
        this.wanted = wanted;
    }

    /// Matches first by an earlier id, then by address, then by name if only one person has it;
    /// within each step the active rows first, in the order of the new ids. The address of a rep
    /// who stays on the list as inactive counts only together with the name. A person who is back
    /// under the id they left with is not a person with a new id.
    List<SamePerson> found() {
        Map<String, Row> leaving = leaving();
        Map<String, Row> added = new TreeMap<>(wanted);
        added.keySet().removeIf(id -> isThere(id) && !isActiveAgain(id));
        List<SamePerson> found = new ArrayList<>();
        matchEarlierIds(leaving, added, found);
        Set<String> back =
                added.values().stream()
                        .filter(row -> isSame(row, leaving.getOrDefault(row.text("id"), NOBODY)))
                        .map(row -> row.text("id"))
                        .collect(Collectors.toSet());
        leaving.keySet().removeAll(back);
        added.keySet().removeAll(back);
        match(leaving, added, SamePerson.Why.ADDRESS, SamePeople::namesAtMailboxes, found);
        added.keySet().removeIf(this::isThere);
        match(leaving, added, SamePerson.Why.ADDRESS, this::mailboxesOfOwn, found);
        leaving.keySet().removeIf(this::wasInactiveAlready);
        leaving.keySet().removeAll(shared(leaving));
        added.keySet().removeAll(shared(added));
        match(leaving, added, SamePerson.Why.NAME, SamePeople::names, found);
        return List.copyOf(found);
    }

    /// Who is off the new list or inactive on it, unless they are already known under a later id.
    private Map<String, Row> leaving() {
        Set<String> superseded = new HashSet<>();
        before.keySet().forEach(id -> superseded.addAll(earlierIds(id)));
        Map<String, Row> leaving = new TreeMap<>(before);
        leaving.keySet().removeIf(id -> staysActive(id) || superseded.contains(id));
        return leaving;
    }

    private boolean staysActive(String id) {
        Row row = wanted.get(id);
        return row != null && isThere(id) && isActive(row);
    }

    private boolean isActiveAgain(String id) {
        return staysActive(id) && !isActive(before.getOrDefault(id, NOBODY));
    }

    /// Somebody else may have the name of a rep who has been inactive.
    private boolean wasInactiveAlready(String id) {
        return wanted.containsKey(id) && !isActive(before.getOrDefault(id, NOBODY));
    }

    private static boolean isActive(Row row) {
        return Rows.flag(row, "active", true);
    }

    /// The ids on the new list that somebody left with. Records stay with an id, so whoever has it
    /// now is back, recognized or not.
    ///
    /// @param same people on the new list who have a new id
    List<String> back(List<SamePerson> same) {
        Set<String> renamed = same.stream().map(SamePerson::after).collect(Collectors.toSet());
        return wanted.keySet().stream()
                .filter(id -> before.containsKey(id) && !isThere(id) && !renamed.contains(id))
                .sorted()
                .toList();
    }

    /// A person's earlier ids, latest first.
    ///
    /// @param before their id on the current list; null if it is the same or they are not on it
    Set<String> earlierIds(String id, @Nullable String before) {
        Set<String> ids = new LinkedHashSet<>();
        if (before != null) {
            ids.add(before);
            ids.addAll(earlierIds(before));
        }
        ids.addAll(ownEarlierIds(id));
        ids.remove(id);
        return ids.stream().limit(MOST_IDS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Errors for rows whose id belongs or belonged to someone else.
    ///
    /// @param same people on the new list who have a new id
    List<FieldError> takenIds(List<Row> rows, List<SamePerson> same) {
        Map<String, String> renamed =
                same.stream().collect(Collectors.toMap(SamePerson::after, SamePerson::before));
        Map<String, Row> holders = new HashMap<>();
        Set<String> superseded = Set.copyOf(renamed.values());
        wanted.forEach((id, row) -> {
            if (!superseded.contains(id)) {
                earlierIds(id, renamed.get(id)).forEach(each -> holders.putIfAbsent(each, row));
            }
        });
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

    private Optional<String> formerOwner(Row row, Map<String, Row> holders) {
        return Optional.ofNullable(holders.get(row.text("id")))
                .filter(holder -> !isSame(row, holder) && !isAsBefore(row))
                .map(holder ->
                        "This was the ID of %s, who now has the ID %s"
                                .formatted(holder.text("name"), holder.text("id")));
    }

    private boolean isAsBefore(Row row) {
        String id = row.text("id");
        return isThere(id) && isSame(before.getOrDefault(id, NOBODY), row);
    }

    /// An error if this row describes a person who is known under another id.
    private Optional<String> owner(Row row, Map<String, List<Row>> known) {
        String id = row.text("id");
        Row earlier = before.get(id);
        if (earlier == null || !isThere(id) || isSame(earlier, row)) {
            return Optional.empty();
        }
        return marks(row).stream()
                .flatMap(mark -> known.getOrDefault(mark, List.of()).stream())
                .filter(each -> leaves(each, wanted.get(each.text("id"))))
                .findFirst()
                .map(each ->
                        "This is the ID of %s, but the row is for %s, who has the ID %s"
                                .formatted(
                                        earlier.text("name"), row.text("name"), each.text("id")));
    }

    /// Matches people who have an earlier id again with the row that they leave. Either that row or
    /// what is still known under the earlier id has something in common with the new one.
    private void matchEarlierIds(
            Map<String, Row> leaving, Map<String, Row> added, List<SamePerson> found) {
        for (String was : List.copyOf(leaving.keySet())) {
            if (isActive(wanted.getOrDefault(was, INACTIVE))) {
                continue;
            }
            earlierIds(was).stream()
                    .map(id -> added.getOrDefault(id, NOBODY))
                    .filter(row -> knownRows(was, row).anyMatch(known -> isSame(known, row)))
                    .min(ACTIVE_FIRST)
                    .ifPresent(row -> {
                        String id = row.text("id");
                        leaving.remove(was);
                        added.remove(id);
                        found.add(new SamePerson(was, id, row.text("name"), why(was, row)));
                    });
        }
    }

    private SamePerson.Why why(String was, Row row) {
        return knownRows(was, row)
                        .allMatch(known -> Collections.disjoint(mailboxes(known), mailboxes(row)))
                ? SamePerson.Why.NAME
                : SamePerson.Why.ADDRESS;
    }

    /// What is known about a person who may have an earlier id again.
    private Stream<Row> knownRows(String was, Row row) {
        return Stream.of(row.text("id"), was).map(id -> before.getOrDefault(id, NOBODY));
    }

    private static void match(
            Map<String, Row> gone,
            Map<String, Row> added,
            SamePerson.Why why,
            Function<Row, List<String>> marks,
            List<SamePerson> found) {
        Map<String, List<Row>> known = new HashMap<>();
        gone.values().forEach(row -> index(known, row, marks));
        for (Row row : added.values().stream().sorted(ACTIVE_FIRST).toList()) {
            Optional<String> was =
                    marks.apply(row).stream()
                            .flatMap(mark -> known.getOrDefault(mark, List.of()).stream())
                            .map(each -> each.text("id"))
                            .filter(gone::containsKey)
                            .findFirst();
            if (was.isPresent()) {
                gone.remove(was.get());
                added.remove(row.text("id"));
                found.add(new SamePerson(was.get(), row.text("id"), row.text("name"), why));
            }
        }
    }

    static void index(Map<String, List<Row>> byMark, Row row, Function<Row, List<String>> marks) {
        marks.apply(row)
                .forEach(mark -> byMark.computeIfAbsent(mark, first -> new ArrayList<>()).add(row));
    }

    /// The ids of people who share their name with someone else.
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

    /// The earlier ids stored with this id, unless it is now the id of somebody who isn't
    /// recognized as the person who left with it.
    private Set<String> ownEarlierIds(String id) {
        return isThere(id)
                        || isSame(before.getOrDefault(id, NOBODY), wanted.getOrDefault(id, NOBODY))
                ? earlierIds(id)
                : Set.of();
    }

    static boolean isSame(Row one, Row other) {
        return !Collections.disjoint(marks(one), marks(other));
    }

    /// Whether a rep on the list gives up its row: it is off the list, becomes inactive, or is
    /// somebody else’s.
    static boolean leaves(Row before, @Nullable Row after) {
        return after == null || !isSame(before, after) || isActive(before) && !isActive(after);
    }

    /// What identifies a person: each mailbox, and the name.
    static List<String> marks(Row row) {
        return Stream.concat(mailboxes(row).stream(), names(row).stream()).toList();
    }

    private static List<String> namesAtMailboxes(Row row) {
        return names(row).stream()
                .flatMap(name -> mailboxes(row).stream().map(mailbox -> name + "@" + mailbox))
                .toList();
    }

    /// Empty for a rep who stays on the list as inactive: others may have their mailbox now, such
    /// as the next rep of a region.
    private List<String> mailboxesOfOwn(Row row) {
        String id = row.text("id");
        return isThere(id) && wanted.containsKey(id) ? List.of() : mailboxes(row);
    }

    /// Empty for a person who is off the list.
    private static List<String> names(Row row) {
        String name = SameName.key(row.text("name"));
        return name.isEmpty() ? List.of() : List.of(name);
    }

    /// The ids of a person's mailboxes. For someone off the list, they are all that is kept of the
    /// addresses.
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
