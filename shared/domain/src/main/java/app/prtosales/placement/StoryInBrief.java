package app.prtosales.placement;

import java.time.Instant;

/// A summary of a placement's story, enough to see whether another one is the same.
///
/// @param deadline the placement's deadline `D`
public record StoryInBrief(
        PlacementId id, Instant publishedAt, Instant deadline, String outlet, String headline) {

    public static StoryInBrief of(Placement placement) {
        return new StoryInBrief(
                placement.id(),
                placement.publication().at(),
                placement.publication().deadline(),
                placement.story().outlet(),
                placement.story().headline());
    }
}
