package app.prtosales.aws.csv;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import app.prtosales.text.Invisible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The rows that HR systems and CRMs write below a report's data: its totals, when and by whom it
/// was made, who may read it. They are known by their words. Somebody may still have such a name,
/// so whoever knows the columns keeps a row that has all its list needs.
public final class Footer {

    /// A longer text is not a line of a footer.
    private static final int MAXIMUM_TEXT = 300;

    private static final int MAXIMUM_CELLS = 2;

    private static final int MAXIMUM_ROWS = 1_000;

    private static final String THINGS =
            "(?: (?:active|inactive|terminated|sales|number|count|of|in|report|list|file|shown|listed|exported|found"
                    + "|records?|rows?|items?|lines?|entries|results?|employees?|workers?|associates?|staff|headcount"
                    + "|people|users?|members?|reps?|contacts?|accounts?|companies|customers?|segments?|sequences?"
                    + "|rules?|placements?|stories|articles?|clips?|mentions?))";

    private static final String NUMBER = "\\(?[$€£]?\\d[\\d,. ]*%?";

    private static final String DATE =
            "\\d{1,4}[-/.]\\d{1,2}\\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d";

    /// Beside a number.
    private static final Pattern COUNT =
            line("(?:\\w+ )?(?:count|headcount|number of%s+|records|rows)".formatted(THINGS));

    private static final List<Pattern> LINES =
            List.of(
                    line("(?:(?:grand|sub|overall|report)[ -]?)?totals?" + THINGS + "*\\s*:?"),
                    line(
                            "(?:(?:grand|sub|overall|report)[ -]?)?totals?%s*\\s*[:=–-]?\\s*%s%s*\\)?"
                                    .formatted(THINGS, NUMBER, THINGS)),
                    line(
                            "(?:\\w+ )?(?:count|headcount|number of%s+|records|rows)\\s*[:=]\\s*(?:%s)?"
                                    .formatted(THINGS, NUMBER)),
                    line("(?:showing )?" + NUMBER + THINGS + "+(?: total)?"),
                    line(
                            "(?:(?:this )?(?:report|file|list|data|roster|export|document|spreadsheet) )?(?:was )?"
                                    + "(?:generated|exported|printed|downloaded|extracted|produced|prepared|created|run|updated"
                                    + "|refreshed|last (?:updated|refreshed|modified|run))(?: ?:| (?:on|at|by|from|date|time|as of)\\b| (?=%s)).*"
                                            .formatted(DATE)),
                    line("(?:data )?as of\\b.*\\d.*"),
                    line(
                            "(?:report|effective|run|print|export|generation|as of) (?:date|time|period|title|filters?|parameters?)\\b.*"),
                    line("filtered by\\b.*"),
                    line(
                            "(?:(?:strictly|highly|company|private|proprietary|and|&) )*confidential"
                                    + "(?: ?[-–—.:,;|].*| (?:information|data|property)\\b.*| (?:and|&) proprietary.*)?"),
                    line("(?:for )?internal use only\\b.*"),
                    line("do not (?:distribute|copy|forward|share)\\b.*"),
                    line("(?:copyright\\b|\\(c\\)|©).*\\b(?:19|20)\\d\\d\\b.*"),
                    line(".*\\ball rights reserved\\b.*"),
                    line("end of (?:the )?(?:report|file|list|data|export|document)\\b.*"),
                    line("page \\d+(?: of \\d+)?"));

    private static final Pattern AROUND = Pattern.compile("^[*=_~#–—-]+ *| *[*=_~#–—-]+$");

    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

    /// What may stand beside `Total` or `Report date`: a number, a date or a time.
    private static final Pattern AMOUNT = Pattern.compile("[$€£(]?\\d[\\d,./: %)TZ-]*");

    private Footer() {}

    private static Pattern line(String regex) {
        return Pattern.compile(regex, CASE_INSENSITIVE | UNICODE_CASE);
    }

    /// Whether a row says something about the report, and nothing else is in it.
    static boolean isLine(List<String> cells) {
        List<String> filled = filled(cells);
        if (filled.isEmpty() || filled.size() > MAXIMUM_CELLS) {
            return false;
        }
        String first = filled.getFirst();
        if (first.length() > MAXIMUM_TEXT) {
            return false;
        }
        boolean isCounted =
                filled.size() == MAXIMUM_CELLS && AMOUNT.matcher(filled.getLast()).matches();
        boolean stands = filled.size() == 1 || first.endsWith(":") || isCounted;
        return stands && isSaid(first) || isCounted && COUNT.matcher(first).matches();
    }

    private static boolean isSaid(String text) {
        String plain = AROUND.matcher(text).replaceAll("");
        return LINES.stream().anyMatch(line -> line.matcher(plain).matches());
    }

    /// The rows of a report's footer, in order, and the last ones if there are more than anybody
    /// writes. A report's name or the company's belongs to it too if an empty row sets it off from
    /// the data, together with at least two lines of a footer.
    ///
    /// @param rows all rows of a table, including the empty ones
    /// @return the rows' indexes
    public static List<Integer> of(List<List<String>> rows) {
        List<Integer> found = new ArrayList<>();
        int end = rows.size();
        while (end > 0) {
            int from = end;
            while (from > 0 && !filled(rows.get(from - 1)).isEmpty()) {
                from--;
            }
            List<List<String>> block = rows.subList(from, end);
            int lines = block.size();
            if (!(from > 0 && isFooter(block))) {
                lines = lastLines(block);
            }
            for (int at = end - 1; at >= end - lines; at--) {
                found.add(at);
            }
            if (lines < block.size()) {
                break;
            }
            end = from - 1;
        }
        return found.stream().limit(MAXIMUM_ROWS).sorted().toList();
    }

    private static boolean isFooter(List<List<String>> block) {
        long lines = block.stream().filter(Footer::isLine).count();
        boolean areAlone = block.stream().allMatch(row -> isLine(row) || filled(row).size() == 1);
        return areAlone && lines >= 2 && lines >= block.size() - lines;
    }

    /// How many of the last rows are lines of a footer.
    static int lastLines(List<List<String>> rows) {
        int lines = 0;
        while (lines < rows.size() && isLine(rows.get(rows.size() - 1 - lines))) {
            lines++;
        }
        return lines;
    }

    private static List<String> filled(List<String> cells) {
        return cells.stream()
                .map(cell -> SPACES.matcher(Invisible.strip(cell)).replaceAll(" "))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
