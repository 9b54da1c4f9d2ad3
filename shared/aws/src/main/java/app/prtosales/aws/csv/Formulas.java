package app.prtosales.aws.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps a spreadsheet from running a cell. One that works with semicolons or tabs cuts a line of
/// ours in other places, also inside quotes, so whatever stands behind a semicolon, a tab or a line
/// break counts as the beginning of a cell. A beginning that could be a formula gets an apostrophe
/// before it, also where it has one already: reading takes exactly that one away again.
final class Formulas {

    /// What begins a cell, the blanks, quotes and apostrophes that a program may skip, and what
    /// begins a formula: `=`, `+`, `-`, `@`, a tab and a carriage return, and the full-width forms
    /// that spreadsheets of East Asia take as well.
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
