package app.prtosales.aws.csv;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import app.prtosales.text.Invisible;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes and reads tables as CSV (RFC 4180). Written files run nothing in a spreadsheet: a cell
/// that looks like a formula gets an apostrophe in front, which reading removes. Files from Excel
/// can be read: with byte order marks, a line `sep=;` above the columns, semicolons or tabs as
/// separators, CRLF line endings, and padding with empty cells.
public final class Csv {

    /// The parameter for a file without a footer: all of its lines are rows.
    public static final String ALL_ROWS = "allRows";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// The character that programs substitute for one they could not decode.
    private static final char LOST = '\uFFFD';

    static final Pattern SEPARATOR_LINE =
            Pattern.compile(
                    "\"?sep=(?<separator>[^\"\\r\\n])\"?[;,\\t ]*(?:\\r\\n|\\r|\\n|$)",
                    CASE_INSENSITIVE);

    private static final Set<String> MEDIA_TYPES =
            Set.of(
                    "text/csv",
                    "text/x-csv",
                    "text/comma-separated-values",
                    "text/tab-separated-values",
                    "text/plain",
                    "application/csv",
                    "application/x-csv",
                    "application/vnd.ms-excel");

    private Csv() {}

    /// Whether a body of this media type is read as CSV; browsers and mail programs use several
    /// names.
    ///
    /// @param mediaType in lower case, without parameters
    public static boolean isNameOf(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    /// A table as a complete file. It starts with a byte order mark
    /// (<https://www.rfc-editor.org/rfc/rfc3629#section-6>), because Excel otherwise does not
    /// recognize UTF-8 and garbles quotes and accents.
    ///
    /// @param rows the values by column; empty cells are left out
    public static String file(List<String> columns, List<Map<String, String>> rows) {
        return BYTE_ORDER_MARK + write(columns, rows);
    }

    /// A table without a byte order mark, for programs and for later pages.
    ///
    /// @param rows the values by column; empty cells are left out
    public static String write(List<String> columns, List<Map<String, String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .quoteStrategy(new Quotes())
                        .build(text)) {
            writer.writeRecord(columns);
            for (Map<String, String> row : rows) {
                writer.writeRecord(
                        columns.stream()
                                .map(column -> Formulas.guarded(row.getOrDefault(column, "")))
                                .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// The outcome of reading.
    public sealed interface Read {

        /// @param footer the lines at the end that are not part of the data: a total, a copyright
        ///   notice
        record Table(List<String> columns, List<Line> lines, List<Line> footer) implements Read {

            /// The same table, whose data ends with the last line of its footer that is a row.
            public Table withRows(Predicate<Line> isRow) {
                int rows = footer.size();
                while (rows > 0 && !isRow.test(footer.get(rows - 1))) {
                    rows--;
                }
                List<Line> all = new ArrayList<>(lines);
                all.addAll(footer.subList(0, rows));
                return new Table(columns, all, footer.subList(rows, footer.size()));
            }
        }

        /// The text is not a table; nothing was read.
        record NotCsv(String why) implements Read {}
    }

    /// A row.
    ///
    /// @param number the line on which it starts in the file, from 1; the header is line 1
    /// @param cells the values by column; empty ones are left out
    public record Line(long number, Map<String, String> cells) {

        /// Its cells as one text.
        public String text() {
            return String.join(" ", cells.values());
        }
    }

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
        String text = file;
        while (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        Matcher first = SEPARATOR_LINE.matcher(text);
        boolean hasSeparatorLine = first.lookingAt();
        String table = hasSeparatorLine ? text.substring(first.end()) : text;
        if (table.isBlank()) {
            return new Read.NotCsv("it’s empty. The first line names the columns");
        }
        char separator = hasSeparatorLine ? first.group("separator").charAt(0) : separator(table);
        return read(table, separator, hasSeparatorLine ? 1 : 0);
    }

    /// @param above the number of lines above the columns
    private static Read read(String text, char separator, int above) {
        int lost = text.indexOf(LOST);
        if (lost >= 0) {
            return new Read.NotCsv(
                    "line %d contains \uFFFD (U+FFFD), which stands for a letter that got lost; in Excel, save the file as “CSV UTF-8 (comma delimited)”"
                            .formatted(above + lineOf(text, lost)));
        }
        Optional<String> quote = Quotes.problem(text, separator, above);
        if (quote.isPresent()) {
            return new Read.NotCsv(quote.get());
        }
        try (CsvReader<CsvRecord> reader = reader(separator).ofCsvRecord(text)) {
            return table(reader, above);
        } catch (CsvParseException broken) {
            return new Read.NotCsv("it cannot be read: " + message(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A reader that allows rows with different numbers of cells.
    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static Read table(CsvReader<CsvRecord> reader, int above) {
        List<String> columns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record : reader) {
            if (columns.isEmpty()) {
                if (record.getFields().stream().noneMatch(Csv::hasText)) {
                    continue;
                }
                record.getFields().forEach(name -> columns.add(Invisible.strip(name)));
                Optional<String> duplicate = duplicateColumn(columns);
                if (duplicate.isPresent()) {
                    return new Read.NotCsv(duplicate.get());
                }
                continue;
            }
            long number = above + record.getStartingLineNumber();
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < record.getFieldCount(); i++) {
                String cell = Formulas.unguarded(record.getField(i));
                String column = i < columns.size() ? columns.get(i) : "";
                if (hasText(cell) && column.isEmpty()) {
                    return new Read.NotCsv(
                            "line %d has text in column %d, which has no name; name it in the first line, or empty the cell"
                                    .formatted(number, i + 1));
                }
                if (hasText(cell)) {
                    cells.put(column, cell);
                }
            }
            if (!cells.isEmpty()) {
                lines.add(new Line(number, cells));
            }
        }
        return columns.isEmpty()
                ? new Read.NotCsv("it’s empty. The first line names the columns")
                : withoutFooter(columns, lines);
    }

    private static Read.Table withoutFooter(List<String> columns, List<Line> lines) {
        int data =
                lines.size()
                        - Footer.lastLines(
                                lines.stream()
                                        .map(line -> List.copyOf(line.cells().values()))
                                        .toList());
        return new Read.Table(columns, lines.subList(0, data), lines.subList(data, lines.size()));
    }

    private static boolean hasText(String cell) {
        return !Invisible.strip(cell).isEmpty();
    }

    private static Optional<String> duplicateColumn(List<String> columns) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            @Nullable Integer first =
                    name.isEmpty() ? null : names.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
            if (first != null) {
                return Optional.of(
                        "columns %d and %d have the same name, “%s” and “%s”; keep one of them"
                                .formatted(first + 1, i + 1, columns.get(first), name));
            }
        }
        return Optional.empty();
    }

    private static long lineOf(String text, int at) {
        return text.substring(0, at).lines().count()
                + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    /// The most frequent separator in the header; which one a spreadsheet uses depends on its
    /// locale.
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
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

    private static String message(CsvParseException broken) {
        return broken.getMessage() == null ? "broken CSV" : broken.getMessage();
    }
}
