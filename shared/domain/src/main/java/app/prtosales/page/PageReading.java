package app.prtosales.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page clearly says about itself. Anything doubtful is left out.
///
/// @param canonicalUrl on the same site; null if the page has none, or a doubtful one
/// @param copyOf the URL on another site that the page is a copy of (R5.4); null for an original
/// @param publishedAt as precise as on the page
/// @param zone the time zone of the outlet's country, if known
/// @param format the word of a [app.prtosales.placement.Format]
public record PageReading(
        @Nullable String canonicalUrl,
        @Nullable String copyOf,
        @Nullable PageDate publishedAt,
        @Nullable ZoneId zone,
        @Nullable String headline,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String format,
        List<Evidence> evidence) {

    /// A value and where it was found.
    record Found(String value, String where) {

        static Optional<Found> of(String value, String where) {
            String line = value.replaceAll("[\\s\\p{Cntrl}\\p{Z}]+", " ").strip();
            return line.isEmpty() ? Optional.empty() : Optional.of(new Found(line, where));
        }
    }
}
