package app.prtosales.audit;

import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import java.util.Optional;

/// Finds the newest placement that was or will be sent (R4.4).
public final class NewestPlacement {

    private static final int RECENT = 20;

    private static final int EARLIER = 100;

    private final Placements placements;

    public NewestPlacement(Placements placements) {
        this.placements = placements;
    }

    /// Empty if there is none.
    public Optional<Placement> find() {
        Placements.Page page = placements.newest(RECENT, null);
        Optional<Placement> found = among(page);
        // A company can import years of coverage after it.
        while (found.isEmpty() && page.next() != null) {
            page = placements.newest(EARLIER, page.next());
            found = among(page);
        }
        return found;
    }

    private static Optional<Placement> among(Placements.Page page) {
        return page.placements().stream()
                .filter(placement -> !placement.backfill() && !placement.status().isOver())
                .findFirst();
    }
}
