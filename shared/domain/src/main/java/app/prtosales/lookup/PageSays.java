package app.prtosales.lookup;

import app.prtosales.page.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says about itself. A part is null if the page does not state it, or not clearly; all
/// of it is untrusted text.
///
/// @param url the page's address after all redirects
/// @param copyOf the address on another site that this page is a copy of (R5.4)
/// @param publishedAt as the page states it: a day, a local time, or a time with an offset
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

    /// An empty result: the page was not fetched.
    static PageSays nothing(String url) {
        return new PageSays(url, null, null, null, false, null, null, null, null, null, List.of());
    }
}
