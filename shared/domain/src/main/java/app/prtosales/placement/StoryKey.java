package app.prtosales.placement;

import app.prtosales.text.Digest;
import app.prtosales.text.SameName;
import app.prtosales.text.UnicodeForm;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Identifies a story: two submissions with the same key are one story. The key is the canonical
/// URL or, for print and broadcast, the outlet and headline.
public record StoryKey(String value) {

    public static StoryKey of(@Nullable WebAddress url, String outlet, String headline) {
        return url != null
                ? new StoryKey(url.canonical().value())
                : new StoryKey("%s\n%s".formatted(folded(outlet), folded(headline)));
    }

    /// The fingerprint of the key: 64 hexadecimal characters.
    public String digest() {
        return Digest.of(value);
    }

    /// Whether all letters are Latin. In other scripts, a mark can make another letter, so it may
    /// not be dropped.
    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static String folded(String text) {
        String key = UnicodeForm.isAscii(text) || !isLatin(text) ? text : SameName.key(text);
        return key.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
