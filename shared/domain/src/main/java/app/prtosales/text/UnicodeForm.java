package app.prtosales.text;

import java.text.Normalizer;

/// Unicode normalization (UAX 15). ASCII is the same in every form, so it is returned as it is.
/// Most texts are ASCII, and loading the JDK's normalization tables would slow down a cold start.
public final class UnicodeForm {

    private UnicodeForm() {}

    public static String of(CharSequence text, Normalizer.Form form) {
        return isAscii(text) ? text.toString() : Normalizer.normalize(text, form);
    }

    public static boolean isAscii(CharSequence text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
