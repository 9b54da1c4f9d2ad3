package app.prtosales.placement;

import java.time.Instant;

/// What a placement tells, as far as it takes to see whether another tells the same.
///
/// @param deadline its deadline `D`
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
