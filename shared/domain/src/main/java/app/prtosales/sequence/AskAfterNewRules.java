package app.prtosales.sequence;

import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// After the rules change, queues a request to ask the owners about each usable placement of the
/// last 90 days, so that a placement that no earlier rule matched still gets a sequence (R2.1,
/// R2.2).
public final class AskAfterNewRules {

    private static final Duration BACK = Duration.ofDays(90);

    private final Placements placements;
    private final PingQueue queue;
    private final InstantSource clock;

    public AskAfterNewRules(Placements placements, PingQueue queue, InstantSource clock) {
        this.placements = placements;
        this.queue = queue;
        this.clock = clock;
    }

    /// Queues one message per placement; owners who were already asked are not asked again.
    public void ask() {
        Instant now = clock.instant();
        placements
                .withDeadlineIn(now.minus(BACK), now.plus(Publication.WINDOW).plusNanos(1))
                .stream()
                .filter(Placement::isOut)
                .filter(placement -> ChampionKit.isReady(placement, now))
                .forEach(placement ->
                        queue.errand(new Errand.AskOwners(placement.id()), Duration.ZERO));
    }
}
