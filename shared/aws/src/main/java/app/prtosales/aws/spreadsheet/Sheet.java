package app.prtosales.aws.spreadsheet;

import java.util.List;

/// A table of a file.
///
/// @param name the name on its tab; empty for CSV
/// @param rows the cells as people see them, with dates as ISO texts; a row ends at its last cell
///   with content, and the first row is row 1 of the file
public record Sheet(String name, List<List<String>> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }
}
