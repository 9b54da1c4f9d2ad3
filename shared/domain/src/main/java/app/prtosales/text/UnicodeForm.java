package app.prtosales.text;

import java.text.Normalizer;

/// Unicode normalization (UAX 15). ASCII is the same in every form, so it is returned as it is:
/// that is most texts, and the JDK's tables for the others take long to load in a cold start.
public final class UnicodeForm {

    private UnicodeForm() {}

    public static String of(CharSequence text, Normalizer.Form form) {
        return isAscii(text) ? text.toString() : Normalizer.normalize(text, form);
    }

    public static boolean isAscii(CharSequence text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
