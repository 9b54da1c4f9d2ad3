package app.prtosales.intake;

import app.prtosales.text.Digest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A placement as submitted: the form's fields, unchecked.
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
        @Nullable String holdingLine,
        @Nullable String tone,
        @Nullable String forwardability,
        @Nullable Boolean backfill) {

    public Submission {
        segments = List.copyOf(segments);
        personas = List.copyOf(personas);
    }

    /// A fingerprint of the request that does not depend on the order of its fields. Submissions
    /// from before the holding line existed keep the same fingerprint.
    public String digest() {
        StringBuilder fields = new StringBuilder();
        Stream.of(
                        url,
                        outlet,
                        headline,
                        format,
                        publishedAt,
                        zone,
                        note,
                        topic,
                        spokesperson,
                        quote,
                        whyItMatters,
                        tone,
                        forwardability,
                        backfill)
                .forEach(field -> append(fields, field));
        segments.forEach(segment -> append(fields, segment));
        fields.append('/');
        personas.forEach(persona -> append(fields, persona));
        if (holdingLine != null) {
            fields.append('/');
            append(fields, holdingLine);
        }
        return Digest.of(fields.toString());
    }

    /// The length comes first so that two different submissions can never produce the same text.
    private static void append(StringBuilder fields, @Nullable Object field) {
        String text = String.valueOf(field);
        fields.append(field == null ? "-" : text.length()).append(':').append(text);
    }
}
