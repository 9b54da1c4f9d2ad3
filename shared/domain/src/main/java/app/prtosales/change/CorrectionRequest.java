package app.prtosales.change;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A correction as it was sent, unchecked.
///
/// @param texts the fields to correct, by their name in the API; a missing field stays as it is, a
///   blank one is removed
/// @param segments null to leave them as they are
/// @param personas null to leave them as they are
public record CorrectionRequest(
        Map<String, String> texts,
        @Nullable List<String> segments,
        @Nullable List<String> personas,
        @Nullable String reason) {

    /// The text fields that a correction may change.
    public static final List<String> TEXTS =
            List.of(
                    "url",
                    "outlet",
                    "headline",
                    "format",
                    "publishedAt",
                    "zone",
                    "tone",
                    "forwardability",
                    "note",
                    "topic",
                    "spokesperson",
                    "quote",
                    "whyItMatters",
                    "holdingLine");
}
