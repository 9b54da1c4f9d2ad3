package app.prtosales.functions.directory;

import app.prtosales.aws.csv.Csv;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import java.util.List;

/// A list as it was sent.
///
/// @param lines the line on which each row starts in its file; empty if the rows came without a
///   file
/// @param footer the lines of the file that are not part of its data
record SentList(List<Row> rows, List<Long> lines, List<Csv.Line> footer) {

    static SentList of(List<Row> rows) {
        return new SentList(rows, List.of(), List.of());
    }

    /// @param table has only columns of the list
    static SentList of(ListName list, Csv.Read.Table table) {
        return new SentList(
                table.lines().stream().map(line -> ListTable.row(list, line)).toList(),
                table.lines().stream().map(Csv.Line::number).toList(),
                table.footer());
    }
}
