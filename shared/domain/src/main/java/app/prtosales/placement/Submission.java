package app.prtosales.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A placement as somebody sent it: the fields of the form, unchecked (contract, "A placement").
public record Submission(
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String headline,
        @Nullable String format,
        @Nullable String publishedAt,
        @Nullable String zone,
        List<String> segments,
        @Nullable String note,
        @Nullable String topic,
        List<String> personas,
        @Nullable String spokesperson,
        @Nullable String quote,
        @Nullable String whyItMatters,
        @Nullable String tone,
        @Nullable String forwardability,
        @Nullable Boolean backfill) {

    public Submission {
        segments = List.copyOf(segments);
        personas = List.copyOf(personas);
    }
}
