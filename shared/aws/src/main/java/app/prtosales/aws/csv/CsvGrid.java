package app.prtosales.aws.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CSV from a person's file, before it is known which row names the columns: in UTF-8, UTF-16 with
/// a byte order mark, or Windows-1252 or Mac Roman, which Excel still writes; separated by commas,
/// semicolons, tabs or pipes.
public final class CsvGrid {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// Not every JDK has it.
    private static final Charset MAC = Charset.forName("x-MacRoman", WINDOWS);

    /// The number of lines used to detect the separator; enough to get past titles above the
    /// columns, which have none.
    private static final int LINES_LOOKED_AT = 50;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private CsvGrid() {}

    /// The outcome of reading.
    public sealed interface Read {

        /// All rows of the file, including empty ones.
        record Rows(List<List<String>> cells) implements Read {}

        /// The file could not be read.
        record NotCsv(String why) implements Read {}
    }

    /// @param most the maximum number of rows; reading stops after the first row beyond it
    public static Read read(byte[] file, int most) {
        Optional<String> decoded = decoded(file);
        if (decoded.isEmpty()) {
            return new Read.NotCsv("it isn’t text");
        }
        String text = decoded.get();
        Matcher first = Csv.SEPARATOR_LINE.matcher(text);
        boolean hasSeparatorLine = first.lookingAt();
        String table = hasSeparatorLine ? text.substring(first.end()) : text;
        char separator = hasSeparatorLine ? first.group("separator").charAt(0) : separator(table);
        Optional<String> quote = Quotes.problem(table, separator, hasSeparatorLine ? 1 : 0);
        if (quote.isPresent()) {
            return new Read.NotCsv(quote.get());
        }
        try (CsvReader<CsvRecord> reader =
                Csv.reader(separator).skipEmptyLines(false).ofCsvRecord(table)) {
            return new Read.Rows(rows(reader, hasSeparatorLine, most));
        } catch (CsvParseException broken) {
            return new Read.NotCsv("it isn’t a table, or one of its cells is too long");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<List<String>> rows(
            CsvReader<CsvRecord> reader, boolean hasSeparatorLine, int most) {
        List<List<String>> rows = new ArrayList<>();
        if (hasSeparatorLine) {
            rows.add(List.of());
        }
        for (CsvRecord record : reader) {
            rows.add(record.getFields().stream().map(Formulas::unguarded).toList());
            if (rows.size() > most) {
                break;
            }
        }
        return rows;
    }

    private static Optional<String> decoded(byte[] file) {
        Charset marked =
                begins(file, 0xff, 0xfe) ? UTF_16LE : begins(file, 0xfe, 0xff) ? UTF_16BE : UTF_8;
        String text;
        try {
            text = marked.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notMarked) {
            text = (isFromMac(file) ? MAC : WINDOWS).decode(ByteBuffer.wrap(file)).toString();
        }
        String plain = text.replaceFirst("^\uFEFF+", "");
        return plain.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(plain);
    }

    /// Excel’s “CSV (Macintosh)” ends its lines with CR alone, and nothing else still does.
    private static boolean isFromMac(byte[] file) {
        boolean hasReturn = false;
        for (byte each : file) {
            if (each == '\n') {
                return false;
            }
            hasReturn |= each == '\r';
        }
        return hasReturn;
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    /// The separator that occurs most often, counting only lines that contain it equally often.
    private static char separator(String text) {
        List<String> lines =
                text.lines()
                        .limit(LINES_LOOKED_AT)
                        .map(line -> QUOTED.matcher(line).replaceAll(""))
                        .toList();
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            int score = score(lines, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int score(List<String> lines, char candidate) {
        Map<Integer, Integer> cells = new HashMap<>();
        for (String line : lines) {
            int count = (int) line.chars().filter(c -> c == candidate).count();
            cells.merge(count, count, Integer::sum);
        }
        return cells.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
