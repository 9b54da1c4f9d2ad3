package app.prtosales.lookup;

import app.prtosales.page.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says about itself. A field is null if the page does not state it clearly. All text
/// is untrusted.
///
/// @param url the page's address after all redirects
/// @param canonicalUrl the address that the page names as its own
/// @param copyOf the address on another site that this page is a copy of (R5.4)
/// @param publishedAt as the page states it: a day, a local time, or a time with an offset
/// @param dateOnly whether `publishedAt` is a day without a time
/// @param zone the IANA id of the time zone
/// @param format the word of a [app.prtosales.placement.Format]
/// @param evidence where each value was found
public record PageMetadata(
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

    public PageMetadata {
        evidence = List.copyOf(evidence);
    }

    /// An empty result: the page was not fetched.
    static PageMetadata nothing(String url) {
        return new PageMetadata(
                url, null, null, null, false, null, null, null, null, null, List.of());
    }
}
