package app.prtosales.audit;

import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds the newest placement that is published and was or will be sent; if there is none, the
/// newest that waits for its publication, because its three answers are still pending (R4.4).
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
        Optional<Placement> published = among(page, each -> each.isPublicAt(now));
        Optional<Placement> waiting = among(page, each -> true);
        // A company can import years of coverage after it.
        while (published.isEmpty() && page.next() != null) {
            page = placements.newest(EARLIER, page.next());
            published = among(page, each -> each.isPublicAt(now));
            if (waiting.isEmpty()) {
                waiting = among(page, each -> true);
            }
        }
        return published.isPresent() ? published : waiting;
    }

    private static Optional<Placement> among(Placements.Page page, Predicate<Placement> isWanted) {
        return page.placements().stream()
                .filter(placement -> !placement.backfill() && !placement.status().isOver())
                .filter(isWanted)
                .findFirst();
    }
}
