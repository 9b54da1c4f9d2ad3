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

    /// @param read has only columns of the list
    /// @param allRows whether its footer is part of the data too
    static SentList of(ListName list, Csv.Read.Table read, boolean allRows) {
        Csv.Read.Table table =
                read.withRows(line -> allRows || isComplete(list, ListTable.row(list, line)));
        return new SentList(
                table.lines().stream().map(line -> ListTable.row(list, line)).toList(),
                table.lines().stream().map(Csv.Line::number).toList(),
                table.footer());
    }

    private static boolean isComplete(ListName list, Row row) {
        return list.columns().stream()
                .noneMatch(column -> column.required() && row.text(column.name()).isBlank());
    }
}
