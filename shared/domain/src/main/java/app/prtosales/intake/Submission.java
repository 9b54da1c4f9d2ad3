package app.prtosales.intake;

import app.prtosales.text.Digest;
import java.util.List;
import java.util.stream.Stream;
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
        @Nullable String holdingLine,
        @Nullable String tone,
        @Nullable String forwardability,
        @Nullable Boolean backfill) {

    public Submission {
        segments = List.copyOf(segments);
        personas = List.copyOf(personas);
    }

    /// A fingerprint of what was asked, whatever the order of its fields was on the wire. What was
    /// sent before there was a holding line keeps its own.
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

    /// The length goes first, so that no two submissions can read the same.
    private static void append(StringBuilder fields, @Nullable Object field) {
        String text = String.valueOf(field);
        fields.append(field == null ? "-" : text.length()).append(':').append(text);
    }
}
