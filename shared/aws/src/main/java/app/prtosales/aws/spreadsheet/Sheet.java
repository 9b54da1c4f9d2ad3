package app.prtosales.aws.spreadsheet;

import java.util.List;

/// A table of a file.
///
/// @param name the name on its tab; empty for CSV
/// @param rows the cells as people see them, with dates as ISO texts; a row ends at its last cell
///   with content, and the first row is row 1 of the file
/// @param hidden the indexes of the rows with content that are hidden, such as by a filter; in
///   order
/// @param links where cells lead that show no address themselves
public record Sheet(String name, List<List<String>> rows, List<Integer> hidden, List<Link> links) {

    public Sheet {
        rows = List.copyOf(rows);
        hidden = List.copyOf(hidden);
        links = List.copyOf(links);
    }

    Sheet(String name, List<List<String>> rows) {
        this(name, rows, List.of(), List.of());
    }

    /// A link on a cell.
    ///
    /// @param row the index of the cell's row
    /// @param column the index of its column
    /// @param target an address of a page, or `mailto:` with the address of a mailbox
    public record Link(int row, int column, String target) {}
}
