package app.prtosales.lookup;

import app.prtosales.page.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says of itself. Each part is null where the page does not say it, or not beyond
/// doubt; all of it is text from outside.
///
/// @param url where it was read, after all redirects
/// @param copyOf the address on another site that it is a copy of (R5.4)
/// @param publishedAt as the page says it: a day, a local time, or a time with its offset
/// @param format the word of a [app.prtosales.placement.Format]
public record PageSays(
        String url,
        @Nullable String canonicalUrl,
        @Nullable String copyOf,
        @Nullable String publishedAt,
        boolean dateOnly,
        @Nullable String zone,
        @Nullable String headline,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String format,
        List<Evidence> evidence) {

    public PageSays {
        evidence = List.copyOf(evidence);
    }

    /// Nothing: the page was not looked at.
    static PageSays nothing(String url) {
        return new PageSays(url, null, null, null, false, null, null, null, null, null, List.of());
    }
}
