package app.prtosales.placement;

import org.jspecify.annotations.Nullable;

/// What was published, as described by PR. All text is untrusted: it is stored as written, and
/// escaped wherever it is shown.
///
/// @param url null for print and broadcast, which are identified by outlet and headline
/// @param holdingLine the only thing to say if a customer asks about negative coverage (R5.7)
public record Story(
        @Nullable WebAddress url,
        String outlet,
        String headline,
        Format format,
        Tone tone,
        @Nullable String topic,
        @Nullable String spokesperson,
        @Nullable String quote,
        @Nullable String whyItMatters,
        @Nullable String holdingLine) {

    public StoryKey key() {
        return StoryKey.of(url, outlet, headline);
    }
}
