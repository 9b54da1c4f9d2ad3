package app.prtosales.audit;

import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Finds the newest placement that was or will be sent (R4.4). On a page of placements, the one
/// published last comes before the others, whenever it was submitted, and any published one before
/// one that waits for its publication, because its three answers are still pending.
public final class NewestPlacement {

    private static final int RECENT = 20;

    private static final int EARLIER = 100;

    private final Placements placements;
    private final InstantSource clock;

    public NewestPlacement(Placements placements, InstantSource clock) {
        this.placements = placements;
        this.clock = clock;
    }

    /// Empty if there is none.
    public Optional<Placement> find() {
        Instant now = clock.instant();
        Placements.Page page = placements.newest(RECENT, null);
        Optional<Placement> found = among(page, now);
        // A company can import years of coverage after it.
        while (found.isEmpty() && page.next() != null) {
            page = placements.newest(EARLIER, page.next());
            found = among(page, now);
        }
        return found;
    }

    private static Optional<Placement> among(Placements.Page page, Instant now) {
        List<Placement> sent =
                page.placements().stream()
                        .filter(placement -> !placement.backfill() && !placement.status().isOver())
                        .toList();
        return sent.stream()
                .filter(placement -> placement.isPublicAt(now))
                .reduce((newest, next) ->
                        next.publication().at().isAfter(newest.publication().at()) ? next : newest)
                .or(() -> sent.stream().findFirst());
    }
}
