package app.prtosales.sequence;

import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// After the rules, the sequences or the agreement change, queues a request to ask the owners about
/// each placement of the last 90 days, so that a placement that no earlier rule matched still gets
/// a sequence (R2.1, R2.2), and a new owner of a sequence, or of rule 2, learns what is still open.
/// Owners are asked about an older placement only if a request about it is under way, because a
/// former owner's link no longer works (R5.12).
public final class AskAfterNewRules {

    private static final Duration BACK = Duration.ofDays(90);

    /// How old a placement may be that owners are being asked about.
    private static final Duration OLDEST = Duration.ofDays(2 * 365);

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
                .withDeadlineIn(now.minus(OLDEST), now.plus(Publication.WINDOW).plusNanos(1))
                .stream()
                .filter(placement -> isUnderWay(placement) || isRecentAndOpen(placement, now))
                .forEach(placement ->
                        queue.errand(new Errand.AskOwners(placement.id()), Duration.ZERO));
    }

    private static boolean isUnderWay(Placement placement) {
        return placement.timers().containsKey(Timer.SEQUENCES);
    }

    private static boolean isRecentAndOpen(Placement placement, Instant now) {
        return !placement.publication().deadline().isBefore(now.minus(BACK))
                && (isToAdd(placement, now) || isToTakeOut(placement, now));
    }

    private static boolean isToAdd(Placement placement, Instant now) {
        return placement.isOut() && ChampionKit.isReady(placement, now);
    }

    private static boolean isToTakeOut(Placement placement, Instant now) {
        return SequenceRemovals.Cause.of(placement, now).isPresent();
    }
}
