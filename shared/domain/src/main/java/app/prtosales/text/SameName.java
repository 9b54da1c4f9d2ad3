package app.prtosales.text;

import java.util.regex.Pattern;

/// Recognizes a name that somebody typed in another way: case, accents, white space, invisible
/// characters, and the style of quotes and dashes do not matter.
public final class SameName {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private SameName() {}

    /// A key that all spellings of a name share; empty if the name has no visible character. It is
    /// never shown: people see the name as it was typed.
    public static String key(String name) {
        StringBuilder key = new StringBuilder();
        SearchText.folded(name).codePoints().forEach(c -> append(key, c));
        return key.toString().strip();
    }

    /// Whether a text contains a name as whole words, in any spelling: "AI" is in "AI, imaging" and
    /// not in "claims". A name without letters and digits is in no text.
    public static boolean isIn(String text, String name) {
        String wanted = words(name);
        return !wanted.isBlank() && words(text).contains(wanted);
    }

    private static String words(String text) {
        return " " + BETWEEN_WORDS.matcher(key(text)).replaceAll(" ").strip() + " ";
    }

    private static void append(StringBuilder key, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        } else if (!Invisible.is(c)) {
            key.appendCodePoint(c);
        }
    }
}
