package app.prtosales.overview;

import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementFilter;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Placements.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds placements, newest first, page by page. It reads at most a few hundred per call, so a page
/// may have fewer placements than requested, or none, and still be followed by another page.
public final class FindPlacements {

    /// How many placements are read in a call: they take well under the time that someone would
    /// wait for a page.
    private static final int MAXIMUM_PLACEMENTS = 400;

    private static final int MAXIMUM_READS = 8;

    private final Placements placements;
    private final InstantSource clock;

    public FindPlacements(Placements placements, InstantSource clock) {
        this.placements = placements;
        this.clock = clock;
    }

    /// @param cursor the cursor from the previous answer; null for the first page
    public Page find(PlacementFilter filter, int limit, @Nullable String cursor) {
        if (filter.equals(PlacementFilter.ALL)) {
            return placements.newest(limit, cursor);
        }
        Instant now = clock.instant();
        List<Placement> found = new ArrayList<>();
        @Nullable String next = cursor;
        int reads = 0;
        int read = 0;
        do {
            Page page = placements.newest(Math.max(limit - found.size(), 1), next);
            page.placements().stream().filter(each -> filter.fits(each, now)).forEach(found::add);
            read += page.placements().size();
            reads++;
            next = page.next();
        } while (next != null
                && found.size() * 2 < limit
                && read < MAXIMUM_PLACEMENTS
                && reads < MAXIMUM_READS);
        return new Page(found, next);
    }
}
