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

/// After the rules, the sequences or the agreement change, queues a request to ask the owners about
/// each placement of the last 90 days, so that a placement that no earlier rule matched still gets
/// a sequence (R2.1, R2.2), and whoever has become the owner of a sequence, or of rule 2, hears of
/// what is still open.
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
                .filter(placement -> isToAdd(placement, now) || isToTakeOut(placement, now))
                .forEach(placement ->
                        queue.errand(new Errand.AskOwners(placement.id()), Duration.ZERO));
    }

    private static boolean isToAdd(Placement placement, Instant now) {
        return placement.isOut() && ChampionKit.isReady(placement, now);
    }

    private static boolean isToTakeOut(Placement placement, Instant now) {
        return SequenceRemovals.Cause.of(placement, now).isPresent();
    }
}
