package app.prtosales.directory;

import app.prtosales.id.RepId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A name that refers to another list but is not in it: usually a typo, which would show a rep "No
/// matching accounts" forever. This is reported but not rejected, because the other list may be
/// updated later.
///
/// @param row the key of the first row with the name
/// @param rows the number of rows with the name
public record UnknownName(String column, String value, String row, int rows) {

    /// How many are reported: as many as a person would look through.
    private static final int MOST = 100;

    /// A column that refers to another list.
    private record Pointer(String column, Predicate<String> isThere) {}

    private record Name(String column, String value) {}

    /// @param directory the current lists
    static List<UnknownName> in(ListName list, Collection<Row> rows, Directory directory) {
        List<Pointer> pointers = pointers(list, directory);
        Map<Name, UnknownName> found = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Pointer pointer : pointers) {
                row.list(pointer.column()).stream()
                        .filter(value -> !pointer.isThere().test(value))
                        .forEach(value ->
                                found.merge(
                                        new Name(pointer.column(), value),
                                        new UnknownName(
                                                pointer.column(), value, row.text(list.key()), 1),
                                        (known, again) -> known.onceMore()));
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static List<Pointer> pointers(ListName list, Directory directory) {
        return switch (list) {
            case REPS, SEQUENCES ->
                    List.of(new Pointer("segments", directory.segmentIds()::contains));
            case RULES -> List.of(new Pointer("segment", directory.segmentIds()::contains));
            case ACCOUNTS -> {
                Roster roster = directory.roster();
                yield List.of(
                        new Pointer("rep", rep -> roster.find(new RepId(rep)).isPresent()),
                        new Pointer("segment", directory.segmentIds()::contains));
            }
            case SEGMENTS, AGREEMENT -> List.of();
        };
    }

    private UnknownName onceMore() {
        return new UnknownName(column, value, row, rows + 1);
    }
}
