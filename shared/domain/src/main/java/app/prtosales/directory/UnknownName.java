package app.prtosales.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// A name in a list that points at another list and is not there: mostly a slip of the pen, for
/// which a rep would read "none of yours" for ever. It is said and not refused, for the other list
/// may come later.
///
/// @param row the key of the first row that has it
/// @param rows how many have it
public record UnknownName(String column, String value, String row, int rows) {

    /// As many as somebody looks through.
    private static final int MOST = 100;

    private record Name(String column, String value) {}

    /// @param directory what is in force
    static List<UnknownName> in(ListName list, Collection<Row> rows, Directory directory) {
        Map<String, Predicate<String>> pointing =
                switch (list) {
                    case REPS, SEQUENCES -> Map.of("segments", directory.segmentIds()::contains);
                    case RULES -> Map.of("segment", directory.segmentIds()::contains);
                    case ACCOUNTS -> {
                        Roster roster = directory.roster();
                        yield Map.of(
                                "segment",
                                directory.segmentIds()::contains,
                                "rep",
                                rep -> roster.find(rep).isPresent());
                    }
                    case SEGMENTS, AGREEMENT -> Map.of();
                };
        List<String> columns = pointing.keySet().stream().sorted().toList();
        Map<Name, List<String>> found = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String column : columns) {
                row.list(column).stream()
                        .filter(Objects.requireNonNull(pointing.get(column)).negate())
                        .map(value -> new Name(column, value))
                        .forEach(name ->
                                found.computeIfAbsent(name, first -> new ArrayList<>())
                                        .add(row.text(list.key())));
            }
        }
        return found.entrySet().stream()
                .limit(MOST)
                .map(each ->
                        new UnknownName(
                                each.getKey().column(),
                                each.getKey().value(),
                                each.getValue().getFirst(),
                                each.getValue().size()))
                .toList();
    }
}
