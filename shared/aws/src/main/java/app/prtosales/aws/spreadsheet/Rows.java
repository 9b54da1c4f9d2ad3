package app.prtosales.aws.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.text.Invisible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Collects the cells of a sheet, in any order, and refuses a file that exceeds the limits.
final class Rows {

    /// A list has at most 10,000 rows; a few more may be above its header.
    static final int MAXIMUM_ROWS = 10_100;

    static final int MAXIMUM_COLUMNS = 200;

    /// The limit in bytes for all sheets of a file together, as they appear in the response: Lambda
    /// allows it 6 MB. <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
    static final int MAXIMUM_BYTES = 5_800_000;

    private final List<List<String>> rows = new ArrayList<>();
    private final BitSet hidden = new BitSet();
    private final Room room;

    /// @param room shared by all sheets of the file
    Rows(Room room) {
        this.room = room;
    }

    /// The remainder of [#MAXIMUM_BYTES].
    static final class Room {

        private int left = MAXIMUM_BYTES;

        void take(String text) throws UnreadableFileException {
            left -= length(text) + 5; // its quotes, which the response escapes, and its comma
            if (left < 0) {
                throw UnreadableFileException.tooLarge();
            }
        }
    }

    /// The most bytes that a text takes up in the response, which is JSON in a string of JSON.
    private static int length(String text) {
        int escapes = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                escapes += 3;
            } else if (each < ' ') {
                escapes += 6;
            }
        }
        return text.getBytes(UTF_8).length + escapes;
    }

    /// @param row from 0
    /// @param column from 0
    void put(int row, int column, String text) throws UnreadableFileException {
        String cell = Invisible.strip(text);
        if (cell.isEmpty()) {
            return;
        }
        if (row >= MAXIMUM_ROWS) {
            throw new UnreadableFileException(
                    "This file has more than %,d rows. Split it into smaller files."
                            .formatted(MAXIMUM_ROWS));
        }
        if (column >= MAXIMUM_COLUMNS) {
            throw new UnreadableFileException(
                    "This file has more than %d columns. Delete the ones you don’t need."
                            .formatted(MAXIMUM_COLUMNS));
        }
        room.take(cell);
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        List<String> cells = rows.get(row);
        if (cells.size() <= column) {
            int missing = column - cells.size();
            for (int i = 0; i < missing; i++) {
                room.take("");
            }
            String[] empty = new String[missing];
            Arrays.fill(empty, "");
            cells.addAll(Arrays.asList(empty));
            cells.add(cell);
        } else {
            cells.set(column, cell);
        }
    }

    /// Marks a row as hidden, unless it has no content.
    void hide(int row) {
        if (row < rows.size() && !rows.get(row).isEmpty()) {
            hidden.set(row);
        }
    }

    List<Integer> hidden() {
        return hidden.stream().boxed().toList();
    }

    int size() {
        return rows.size();
    }

    int width(int row) {
        return rows.get(row).size();
    }

    /// A cell's text; empty if there is none.
    String text(int row, int column) {
        List<String> cells = row < rows.size() ? rows.get(row) : List.of();
        return column < cells.size() ? cells.get(column) : "";
    }

    List<List<String>> asList() {
        return rows.stream().map(List::copyOf).toList();
    }
}
