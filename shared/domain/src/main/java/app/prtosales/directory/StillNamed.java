package app.prtosales.directory;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows of another list that refer to a row removed from this one, or to a removed stage of a
/// sequence, and would then refer to nothing. This is reported but not rejected, because the other
/// list may be updated next.
///
/// @param row the key of the removed row, of a rep set inactive, or of a sequence without the stage
/// @param list the list that refers to it
/// @param column the column with the reference
/// @param in the names of the first rows with the reference
/// @param rows the number of rows with the reference
public record StillNamed(String row, ListName list, String column, List<String> in, int rows) {

    /// How many are reported: as many as a person would look through.
    private static final int MOST = 100;

    private static final int MOST_ROWS = 10;

    private static final String STAGES = "stages";

    /// A column that refers to rows of another list, by their key or by another column.
    private record Pointer(ListName list, String column, String by) {}

    private static final Map<ListName, List<Pointer>> POINTERS =
            Map.of(
                    ListName.REPS,
                    List.of(
                            new Pointer(ListName.ACCOUNTS, "rep", "id"),
                            new Pointer(ListName.SEQUENCES, "ownerEmail", "email"),
                            new Pointer(ListName.AGREEMENT, "prOwner", "email"),
                            new Pointer(ListName.AGREEMENT, "ops", "email"),
                            new Pointer(ListName.AGREEMENT, "salesLeader", "email"),
                            new Pointer(ListName.AGREEMENT, "leadership", "email"),
                            new Pointer(ListName.AGREEMENT, "ruleOwners", "email")),
                    ListName.SEGMENTS,
                    List.of(
                            new Pointer(ListName.REPS, "segments", "id"),
                            new Pointer(ListName.SEQUENCES, "segments", "id"),
                            new Pointer(ListName.ACCOUNTS, "segment", "id"),
                            new Pointer(ListName.RULES, "segment", "id")),
                    ListName.SEQUENCES,
                    List.of(new Pointer(ListName.RULES, "sequence", "id")));

    /// @param gone the removed rows
    /// @param stagesGone the removed stages ([#stagesGone])
    /// @param lists the visible rows of all other lists that may refer to them
    static List<StillNamed> of(
            ListName list,
            Collection<Row> gone,
            Map<String, Set<String>> stagesGone,
            Map<ListName, List<Row>> lists) {
        return Stream.concat(
                        POINTERS.getOrDefault(list, List.of()).stream()
                                .flatMap(pointer -> of(list, gone, pointer, lists)),
                        ofStages(stagesGone, lists.getOrDefault(ListName.RULES, List.of())))
                .limit(MOST)
                .toList();
    }

    /// The stages removed from sequences that stay on the list, by the sequence's key.
    static Map<String, Set<String>> stagesGone(Map<String, Row> known, Map<String, Row> wanted) {
        Map<String, Set<String>> gone = new TreeMap<>();
        known.forEach((key, before) -> {
            @Nullable Row after = wanted.get(key);
            if (after != null) {
                Set<String> stages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
                stages.addAll(before.list(STAGES));
                after.list(STAGES).forEach(stages::remove);
                if (!stages.isEmpty()) {
                    gone.put(key, stages);
                }
            }
        });
        return gone;
    }

    /// The rules that name a removed stage of a sequence; they suggest its first stage instead.
    private static Stream<StillNamed> ofStages(Map<String, Set<String>> gone, List<Row> rules) {
        return gone.entrySet().stream()
                .map(each ->
                        found(
                                each.getKey(),
                                new Pointer(ListName.RULES, "stage", "id"),
                                rules.stream()
                                        .filter(rule ->
                                                folded(rule.text("sequence"))
                                                        .equals(folded(each.getKey())))
                                        .filter(rule ->
                                                each.getValue().contains(rule.text("stage")))
                                        .toList()))
                .filter(Objects::nonNull);
    }

    /// The lists that may refer to rows of this one.
    static Set<ListName> referringLists(ListName list) {
        return POINTERS.getOrDefault(list, List.of()).stream()
                .map(Pointer::list)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<StillNamed> of(
            ListName list, Collection<Row> gone, Pointer pointer, Map<ListName, List<Row>> lists) {
        Map<String, List<Row>> naming =
                lists.getOrDefault(pointer.list(), List.of()).stream()
                        .flatMap(row ->
                                row.list(pointer.column()).stream()
                                        .map(value -> Map.entry(folded(value), row)))
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return gone.stream()
                .map(row ->
                        found(
                                row.text(list.key()),
                                pointer,
                                naming.get(folded(row.text(pointer.by())))))
                .filter(Objects::nonNull);
    }

    private static @Nullable StillNamed found(
            String row, Pointer pointer, @Nullable List<Row> naming) {
        return naming == null || naming.isEmpty()
                ? null
                : new StillNamed(
                        row,
                        pointer.list(),
                        pointer.column(),
                        naming.stream()
                                .limit(MOST_ROWS)
                                .map(each -> name(pointer.list(), each))
                                .toList(),
                        naming.size());
    }

    private static String name(ListName list, Row row) {
        return row.text("name").isEmpty() ? row.text(list.key()) : row.text("name");
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
