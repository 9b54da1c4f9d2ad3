package app.prtosales.text;

import java.util.List;

/// Text in quotation marks. People also paste quotes with the marks they had on the page.
public final class Quotation {

    private static final List<String> PAIRS = List.of("“”", "\"\"", "„“", "„”", "«»", "‘’", "''");

    private Quotation() {}

    /// `“text”`, with one pair of marks; a quote inside it has single ones: `“the ‘text’”`.
    public static String of(String text) {
        return "“%s”".formatted(inside(text));
    }

    /// What comes between a pair of marks: `the ‘text’`.
    public static String inside(String text) {
        return unquoted(text).replace('“', '‘').replace('”', '’');
    }

    /// Without the pair of marks around the whole text; marks inside it stay.
    public static String unquoted(String text) {
        String whole = text.strip();
        if (whole.length() < 3) {
            return whole;
        }
        String inner = whole.substring(1, whole.length() - 1);
        String ends = whole.substring(0, 1) + whole.substring(whole.length() - 1);
        return PAIRS.contains(ends) && !hasAny(ends, inner) ? inner.strip() : whole;
    }

    /// A mark in between means that the outer two are not a pair: `“Yes,” she said. “Now.”` An
    /// apostrophe looks like a closing mark.
    private static boolean hasAny(String marks, String inner) {
        return inner.chars().anyMatch(mark -> marks.indexOf(mark) >= 0);
    }
}
