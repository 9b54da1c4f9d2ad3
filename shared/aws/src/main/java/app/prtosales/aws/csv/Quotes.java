package app.prtosales.aws.csv;

import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.util.Optional;

/// Quotes cells that contain a separator that spreadsheets use in other locales, in addition to
/// those that CSV requires to be quoted; and finds quotes that are not closed.
final class Quotes implements QuoteStrategy {

    @Override
    public boolean quoteValue(int lineNumber, int fieldIndex, String value) {
        return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
    }

    /// The error in a table's quotes, worded for its author.
    ///
    /// @param above the number of lines in the file above the table
    static Optional<String> problem(String table, char separator, int above) {
        long line = unclosed(table, separator);
        return line == 0
                ? Optional.empty()
                : Optional.of(
                        "a quote that begins on line %d is not closed where its cell ends; close it, or take it out"
                                .formatted(above + line));
    }

    /// Finds a quote that never closes, or that closes in the middle of another cell.
    ///
    /// @return the line on which it starts, from 1; 0 if every quote is closed
    private static long unclosed(String text, char separator) {
        long line = 1;
        int at = 0;
        boolean begins = true;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (begins && c == '"') {
                int end = end(text, at);
                if (end < 0 || !closes(text, end, separator)) {
                    return line;
                }
                line += text.substring(at, end).lines().count() - 1;
                at = end;
                begins = false;
                continue;
            }
            begins = c == separator || c == '\n' || c == '\r';
            if (c == '\n' || c == '\r' && !text.startsWith("\n", at + 1)) {
                line++;
            }
            at++;
        }
        return 0;
    }

    /// The index after the quote that closes the one at this index.
    private static int end(String text, int from) {
        int at = from + 1;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return -1;
            }
            if (!text.startsWith("\"", quote + 1)) {
                return quote + 1;
            }
            at = quote + 2;
        }
    }

    private static boolean closes(String text, int at, char separator) {
        return at == text.length()
                || text.charAt(at) == separator
                || text.charAt(at) == '\n'
                || text.charAt(at) == '\r';
    }
}
