package app.prtosales.placement;

import org.jspecify.annotations.Nullable;

/// What was published, as PR describes it. Every text is as hostile as the web it came from: it is
/// kept as it was written, and made harmless where it is shown.
///
/// @param url null for print and broadcast, which outlet and headline identify
/// @param holdingLine the only thing to say where a customer asks about negative coverage (R5.7)
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
