package app.prtosales.mail;

import java.text.BreakIterator;
import java.util.Locale;

/// Cuts a text that is too long, never inside what a reader sees as one character.
final class Shorten {

    /// What a person's, an account's or a sequence's name may have on a page.
    static final int NAME = 100;

    /// What a headline, or a sentence that somebody wrote, may have on a page.
    static final int HEADLINE = 300;

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
