package app.prtosales.placement;

/// The copies of a story that were submitted separately and merged into it (R5.4).
public final class MergedCopies {

    private final Placements placements;

    public MergedCopies(Placements placements) {
        this.placements = placements;
    }

    /// Whether emails about one of the story's copies have started going out (R5.6).
    public boolean areOut(Placement story) {
        return story.changes().mergedCopies().stream()
                .flatMap(copy -> placements.find(copy).stream())
                .anyMatch(Placement::isOut);
    }
}
