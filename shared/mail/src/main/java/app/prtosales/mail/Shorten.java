package app.prtosales.mail;

import java.text.BreakIterator;
import java.util.Locale;

/// Cuts a text that is too long, never inside what a reader sees as one character.
final class Shorten {

    private static final String MORE = "…";

    private Shorten() {}

    /// @param maximum counted in UTF-16 units, so that it holds however a reader counts
    static String to(int maximum, String text) {
        if (text.length() <= maximum) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.preceding(maximum - MORE.length() + 1);
        return (end == BreakIterator.DONE ? "" : text.substring(0, end).stripTrailing()) + MORE;
    }
}
