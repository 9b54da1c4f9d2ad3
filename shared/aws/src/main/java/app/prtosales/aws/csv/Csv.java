package app.prtosales.aws.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes and reads tables as CSV (RFC 4180). What is written opens in a spreadsheet without
/// running anything: a cell that a spreadsheet would take for a formula gets an apostrophe before
/// it, which reading takes away again. What is read may come from Excel: with a byte order mark,
/// separated by semicolons or tabs, its lines ended by CRLF.
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";
    private static final char GUARD = '\'';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /// @param rows a text for each column that a row fills
    public static String write(List<String> columns, List<Map<String, String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(columns);
            for (Map<String, String> row : rows) {
                writer.writeRecord(
                        columns.stream()
                                .map(column -> guarded(row.getOrDefault(column, "")))
                                .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// What came of reading.
    public sealed interface Read {

        record Table(List<String> columns, List<Line> lines) implements Read {}

        /// It is no table; nothing of it can be taken.
        record NotCsv(String why) implements Read {}
    }

    /// One row.
    ///
    /// @param number where it begins in the file, from 1; the header is line 1
    /// @param cells by column; empty ones are left out
    public record Line(long number, Map<String, String> cells) {}

    public static Read read(byte[] file) {
        try {
            return read(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException otherEncoding) {
            return new Read.NotCsv(
                    "it is not UTF-8; in Excel, save it as “CSV UTF-8 (comma delimited)”");
        }
    }

    public static Read read(String file) {
        String text = file.startsWith(BYTE_ORDER_MARK) ? file.substring(1) : file;
        if (text.isBlank()) {
            return new Read.NotCsv("it is empty; the first line names the columns");
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(text)) {
            return table(reader);
        } catch (CsvParseException broken) {
            return new Read.NotCsv("it cannot be read: " + message(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Read table(CsvReader<CsvRecord> reader) {
        List<String> columns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record : reader) {
            if (columns.isEmpty()) {
                record.getFields().forEach(name -> columns.add(name.strip()));
                Set<String> names = new HashSet<>();
                for (String column : columns) {
                    if (!column.isEmpty() && !names.add(column)) {
                        return new Read.NotCsv("it has the column %s twice".formatted(column));
                    }
                }
                continue;
            }
            if (record.getFieldCount() > columns.size()) {
                return new Read.NotCsv(
                        "line %d has %d cells, and there are %d columns"
                                .formatted(
                                        record.getStartingLineNumber(),
                                        record.getFieldCount(),
                                        columns.size()));
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < record.getFieldCount(); i++) {
                String cell = unguarded(record.getField(i));
                if (!cell.isBlank() && !columns.get(i).isEmpty()) {
                    cells.put(columns.get(i), cell);
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(record.getStartingLineNumber(), cells));
            }
        }
        return new Read.Table(columns, lines);
    }

    /// The one that the header has most of: a spreadsheet takes that of its country.
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? GUARD + cell : cell;
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == GUARD && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static String message(CsvParseException broken) {
        return broken.getMessage() == null ? "broken CSV" : broken.getMessage();
    }
}
