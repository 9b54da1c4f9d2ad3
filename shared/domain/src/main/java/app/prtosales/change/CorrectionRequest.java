package app.prtosales.change;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A correction as somebody sent it, unchecked.
///
/// @param texts the fields to put right, by their name in the API; one that is not there stays as
///   it is, and a blank one is taken out
/// @param segments null where they stay
/// @param personas null where they stay
public record CorrectionRequest(
        Map<String, String> texts,
        @Nullable List<String> segments,
        @Nullable List<String> personas,
        @Nullable String reason) {

    /// The texts that a correction may put right.
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
