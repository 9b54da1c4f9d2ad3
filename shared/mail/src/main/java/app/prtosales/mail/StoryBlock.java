package app.prtosales.mail;

import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.text.ReaderClock;
import org.jspecify.annotations.Nullable;

/// The block of an email that names its story and says what the reader may do with it.
///
/// @param url the clean link; null for print and broadcast
record StoryBlock(
        Signal signal,
        String outlet,
        String format,
        String headline,
        @Nullable String url,
        String published) {

    static StoryBlock of(Placement placement, Signal signal, ReaderClock reader) {
        Story story = placement.story();
        return new StoryBlock(
                signal,
                story.outlet(),
                Phrases.format(story.format()),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                Phrases.published(placement.publication(), reader));
    }

    /// Where and when it was published, on one line.
    String source() {
        return String.join(" · ", outlet, format, published);
    }
}
