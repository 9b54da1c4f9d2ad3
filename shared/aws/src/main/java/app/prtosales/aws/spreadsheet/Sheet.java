package app.prtosales.aws.spreadsheet;

import java.util.List;

/// One table of a file.
///
/// @param name as its tab says; empty where the file is CSV
/// @param rows cells as people see them, dates as ISO texts; a row is as long as its last cell that
///   says something, and the first one is row 1 of the file
public record Sheet(String name, List<List<String>> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }
}
