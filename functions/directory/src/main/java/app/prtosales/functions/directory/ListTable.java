package app.prtosales.functions.directory;

import app.prtosales.aws.csv.Csv;
import app.prtosales.directory.Column;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.text.FieldError;
import app.prtosales.text.Invisible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a list from CSV. The columns’ names may be in any letter case.
final class ListTable {

    private ListTable() {}

    /// The columns that the list does not have.
    static List<FieldError> unknown(ListName list, List<String> columns) {
        List<String> known = list.columns().stream().map(Column::name).toList();
        return columns.stream()
                .filter(name -> !name.isEmpty() && column(list, name).isEmpty())
                .map(name ->
                        new FieldError(
                                name, "Unknown column. Use these: " + String.join(", ", known)))
                .toList();
    }

    /// @param line has only columns of the list
    static Row row(ListName list, Csv.Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        line.cells()
                .forEach((name, cell) -> {
                    Column column = column(list, name).orElseThrow();
                    String text = Invisible.strip(cell);
                    cells.put(column.name(), column.kind() == Column.Kind.FLAG ? flag(text) : text);
                });
        return new Row(cells);
    }

    private static Optional<Column> column(ListName list, String name) {
        return list.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// Excel writes flags in capitals; people type yes and no, and databases write 1 and 0.
    private static String flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> "true";
            case "false", "no", "0" -> "false";
            default -> cell;
        };
    }
}
