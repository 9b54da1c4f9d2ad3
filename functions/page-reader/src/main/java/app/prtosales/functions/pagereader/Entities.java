package app.prtosales.functions.pagereader;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Undoes the HTML entities that software leaves in texts that are not HTML: `Smith &amp; Co.` in
/// JSON-LD, or twice encoded in a tag.
final class Entities {

    /// Longer texts are those of whole stories, which no rule reads.
    private static final int LONGEST = 1_000;

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,10});");

    private Entities() {}

    static String undone(String text) {
        return text.indexOf('&') >= 0 && text.length() <= LONGEST && ENTITY.matcher(text).find()
                ? Parser.unescapeEntities(text, true)
                : text;
    }
}
