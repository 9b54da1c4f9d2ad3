package app.prtosales.audit;

import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the newest placement that was or will be sent (R4.4). Among those submitted last, the one
/// published last comes first, and any published one comes before one that waits for its
/// publication, because its three answers are still pending.
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
        List<Placement> sent = new ArrayList<>(sent(page));
        // A company can import years of coverage after it.
        while (publishedLast(sent, now).isEmpty() && page.next() != null) {
            page = placements.newest(EARLIER, page.next());
            sent.addAll(sent(page));
        }
        return publishedLast(sent, now).or(() -> sent.stream().findFirst());
    }

    private static List<Placement> sent(Placements.Page page) {
        return page.placements().stream()
                .filter(placement -> !placement.backfill() && !placement.status().isOver())
                .toList();
    }

    private static Optional<Placement> publishedLast(List<Placement> sent, Instant now) {
        return sent.stream()
                .filter(placement -> placement.isPublicAt(now))
                .reduce((newest, next) ->
                        next.publication().at().isAfter(newest.publication().at()) ? next : newest);
    }
}
