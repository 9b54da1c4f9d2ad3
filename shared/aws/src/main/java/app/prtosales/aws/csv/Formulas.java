package app.prtosales.aws.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps a spreadsheet from running a cell as a formula. A spreadsheet that separates by semicolons
/// or tabs splits our lines in other places, even inside quotes, so text after a semicolon, a tab
/// or a line break counts as the start of a cell. A start that could be a formula gets an
/// apostrophe in front, even if it already has one; reading removes exactly that one.
final class Formulas {

    /// Matches the start of a cell; then spaces, quotes and apostrophes that a program may skip;
    /// then a formula's first character: `=`, `+`, `-`, `@`, a tab, a carriage return, or the
    /// full-width forms that East Asian spreadsheets accept.
    private static final String BEGINNING = "(?<=[;\\t\\r\\n]|\\A)";

    private static final String FORMULA = "(?=[ \\u00A0\\u3000'\"]*+[=+\\-@\\t\\r＝＋－＠])";
    private static final Pattern UNGUARDED = Pattern.compile(BEGINNING + FORMULA);
    private static final Pattern GUARDED = Pattern.compile(BEGINNING + "'" + FORMULA);

    private Formulas() {}

    static String guarded(String cell) {
        Matcher found = UNGUARDED.matcher(cell);
        return found.find() ? found.replaceAll("'") : cell;
    }

    static String unguarded(String cell) {
        return cell.indexOf('\'') < 0 ? cell : GUARDED.matcher(cell).replaceAll("");
    }
}
