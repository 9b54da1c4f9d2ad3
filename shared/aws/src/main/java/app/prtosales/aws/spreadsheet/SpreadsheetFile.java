package app.prtosales.aws.spreadsheet;

import app.prtosales.aws.csv.CsvGrid;
import java.io.IOException;
import java.util.List;

/// A file as a person has it. Its first bytes determine the format; its name and media type may be
/// wrong.
public final class SpreadsheetFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /// A compound file: `.xls`, or a workbook with a password.
    private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private SpreadsheetFile() {}

    /// @return the file's tables that have a cell
    /// @throws UnreadableFileException with a message that says what to do
    public static List<Sheet> read(byte[] file) throws UnreadableFileException {
        if (begins(file, OLD_EXCEL)) {
            throw new UnreadableFileException(
                    "This is an old .xls file, or it has a password. In Excel, save it as .xlsx without a password.");
        }
        List<Sheet> sheets = begins(file, ZIP) ? workbook(file) : List.of(csv(file));
        List<Sheet> filled = sheets.stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new UnreadableFileException(
                    "This file is empty. Choose one with a row for each item.");
        }
        return filled;
    }

    private static List<Sheet> workbook(byte[] file) throws UnreadableFileException {
        try {
            return Workbook.read(file);
        } catch (UnreadableFileException why) {
            throw why;
        } catch (IOException broken) {
            throw UnreadableFileException.broken();
        }
    }

    private static Sheet csv(byte[] file) throws UnreadableFileException {
        return switch (CsvGrid.read(file, Rows.MAXIMUM_ROWS)) {
            case CsvGrid.Read.NotCsv(var why) ->
                    throw new UnreadableFileException(
                            "We can’t read this file: %s.".formatted(why));
            case CsvGrid.Read.Rows(var grid) -> {
                Rows rows = new Rows(new Rows.Room());
                for (int row = 0; row < grid.size(); row++) {
                    for (int column = 0; column < grid.get(row).size(); column++) {
                        rows.put(row, column, grid.get(row).get(column));
                    }
                }
                yield new Sheet("", rows.asList());
            }
        };
    }

    private static boolean begins(byte[] file, byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (file.length <= i || file[i] != with[i]) {
                return false;
            }
        }
        return true;
    }
}
