package app.prtosales.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Finds placements that may be the same story, in another outlet or on another page of the same
/// one, for PR to attach as a copy (R5.4).
public final class SimilarPlacements {

    /// A story is syndicated within days; a month later it is a different story.
    private static final Duration APART = Duration.ofDays(30);

    /// An outlet that shows a story on two pages does so within days; a column or a podcast repeats
    /// its title a week later.
    private static final Duration APART_IN_ONE_OUTLET = Duration.ofDays(3);

    private static final int MAXIMUM = 10;

    private final Placements placements;

    public SimilarPlacements(Placements placements) {
        this.placements = placements;
    }

    /// Up to ten similar stories published within 30 days of the placement, earliest first.
    public List<StoryInBrief> to(Placement placement) {
        if (placement.status().isOver()) {
            return List.of();
        }
        Instant deadline = placement.publication().deadline();
        return placements
                .storiesWithDeadlineIn(deadline.minus(APART), deadline.plus(APART).plusMillis(1))
                .stream()
                .filter(other -> !other.id().equals(placement.id()))
                .filter(other -> maybeSame(placement, other))
                .limit(MAXIMUM)
                .toList();
    }

    private static boolean maybeSame(Placement placement, StoryInBrief other) {
        String headline = placement.story().headline();
        if (!other.outlet().equalsIgnoreCase(placement.story().outlet())) {
            return SimilarHeadlines.areSimilar(headline, other.headline());
        }
        Duration apart = Duration.between(placement.publication().at(), other.publishedAt()).abs();
        return apart.compareTo(APART_IN_ONE_OUTLET) <= 0
                && SimilarHeadlines.areNearlyEqual(headline, other.headline());
    }
}
