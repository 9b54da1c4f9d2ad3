package app.prtosales.mail;

import java.text.BreakIterator;
import java.util.Locale;

/// Shortens a text, never in the middle of what a reader sees as one character.
final class Shorten {

    /// The maximum length of a person's, an account's or a sequence's name on a page.
    static final int NAME = 100;

    /// The maximum length of a headline, or of a sentence from a person, on a page.
    static final int HEADLINE = 300;

    private static final String MORE = "…";

    private Shorten() {}

    /// @param maximum in UTF-16 units; a reader never counts more characters than that
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
