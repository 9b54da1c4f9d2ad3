package app.prtosales.ping;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Directory;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a change pending again if reps who missed it can be told now, because they are back on the
/// roster or their address works (R5.5, R5.6, R1.12). Works from the table alone, and tells nobody
/// the same thing twice.
public final class RepeatMissedChanges {

    /// How long ago the story's latest change may have been made; longer than a parental leave.
    private static final Duration BACK = Duration.ofDays(180);

    /// How old a story may be.
    private static final Duration OLDEST = Duration.ofDays(2 * 365);

    private static final int TRIES = 8;

    private final Placements placements;
    private final Ledger ledger;
    private final PingQueue queue;
    private final MissedChanges missed;
    private final InstantSource clock;

    public RepeatMissedChanges(
            Placements placements,
            Ledger ledger,
            Directory directory,
            HoldMailbox mailboxes,
            PingQueue queue,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.queue = queue;
        this.missed = new MissedChanges(ledger, directory, mailboxes, clock);
        this.clock = clock;
    }

    /// Queues one message for each story that was changed in that time.
    public void queueAll() {
        Instant now = clock.instant();
        placements
                .withDeadlineIn(now.minus(OLDEST), now.plus(Publication.WINDOW).plusNanos(1))
                .stream()
                .filter(placement -> !placement.changesAfter(0).isEmpty())
                .filter(placement -> placement.changes().isToldSince(now.minus(BACK)))
                .forEach(placement ->
                        queue.errand(new Errand.MissedChanges(placement.id()), Duration.ZERO));
    }

    /// Checks one story.
    public void repeat(PlacementId id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            List<PendingChange> missedNow = found.map(this::missedBySomeone).orElse(List.of());
            if (missedNow.isEmpty()
                    || placements.replace(
                            found.orElseThrow().missed(missedNow, clock.instant()), List.of())) {
                return;
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    /// The changes that have to be made pending again.
    private List<PendingChange> missedBySomeone(Placement placement) {
        List<PendingChange> over =
                placement.changesAfter(0).stream()
                        .filter(change ->
                                placement.changes().pending().stream().noneMatch(change::isOf))
                        .toList();
        if (over.isEmpty()) {
            return List.of();
        }
        Map<Mailing, List<RepId>> rounds =
                missed.toRepeat(placement, ledger.about(placement.id().value()));
        return over.stream()
                .filter(change ->
                        rounds.keySet().stream()
                                .anyMatch(round -> round.isRepeatOf(Mailing.about(change))))
                .toList();
    }
}
