package app.prtosales.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A row of a directory list as in CSV: the text of each column that is not empty, with `;` between
/// the elements of a list. [Rows] interprets it.
public record Row(Map<String, String> cells) {

    public Row {
        Map<String, String> filled = new TreeMap<>(cells);
        filled.values().removeIf(String::isBlank);
        cells = Map.copyOf(filled);
    }

    /// The text of a cell; empty if the row has no such cell.
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    String text(HiddenColumn column) {
        return text(column.stored());
    }

    public List<String> list(String column) {
        return Arrays.stream(text(column).split(";", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    List<String> list(HiddenColumn column) {
        return list(column.stored());
    }

    public Row with(String column, String text) {
        Map<String, String> changed = new TreeMap<>(cells);
        changed.put(column, text);
        return new Row(changed);
    }

    /// The row as its owner wrote it.
    Row withoutHidden() {
        Map<String, String> shown = new TreeMap<>(cells);
        shown.keySet().removeIf(HiddenColumn::isOne);
        return new Row(shown);
    }

    Row with(HiddenColumn column, String text) {
        return with(column.stored(), text);
    }
}
