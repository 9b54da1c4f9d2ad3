package app.prtosales.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page says of itself beyond doubt. What is doubtful is absent.
///
/// @param canonicalUrl of the same site; null where the page names none, or a doubtful one
/// @param copyOf the other site that it is a copy of (R5.4); null for an original
/// @param publishedAt at the precision of the page
/// @param zone of the outlet's country, where it has one
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

    /// A text that was found, and where.
    record Found(String value, String where) {

        static Optional<Found> of(String value, String where) {
            String line = value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
            return line.isEmpty() ? Optional.empty() : Optional.of(new Found(line, where));
        }
    }
}
