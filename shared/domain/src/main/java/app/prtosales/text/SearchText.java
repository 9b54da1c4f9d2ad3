package app.prtosales.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Normalizes a text for searching, so that case, accents and the style of quotes and dashes do not
/// matter.
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[‘’‚‛′ʹʻʼ`´]");
    private static final Pattern QUOTES = Pattern.compile("[“”„‟″«»]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−]");

    private SearchText() {}

    public static String folded(String text) {
        String quoted = APOSTROPHES.matcher(text).replaceAll("'");
        String plain = UnicodeForm.of(quoted, Normalizer.Form.NFKD);
        String letters = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        String folded =
                letters.replace("ß", "ss")
                        .replace("æ", "ae")
                        .replace("œ", "oe")
                        .replace('ø', 'o')
                        .replace('đ', 'd')
                        .replace('ł', 'l')
                        .replace('ı', 'i')
                        .replace('ς', 'σ');
        return DASHES.matcher(QUOTES.matcher(folded).replaceAll("\"")).replaceAll("-");
    }
}
