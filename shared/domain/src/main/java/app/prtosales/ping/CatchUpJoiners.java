package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Sends who joined the team after a placement was sent, and before its deadline, a catch-up ping
/// (R1.11): an ordinary ping, under the ordinary id, that is listed and not counted. Who left
/// before the ping was sent and is back gets it as well, and counts.
public final class CatchUpJoiners {

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final InstantSource clock;

    public CatchUpJoiners(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.clock = clock;
    }

    /// Looks at every placement that is in its 24 hours.
    public void catchUp() {
        Instant now = clock.instant();
        placements
                .withDeadlineIn(now.plusNanos(1), now.plus(Publication.WINDOW).plusNanos(1))
                .forEach(placement -> catchUp(placement, now));
    }

    /// Looks at one; does nothing where nobody joined or came back.
    void catchUp(Placement placement, Instant now) {
        boolean open =
                placement.dispatchedAt() != null
                        && placement.isPublicAt(now)
                        && now.isBefore(placement.publication().deadline());
        if (!open) {
            return;
        }
        Roster roster = directory.roster();
        Set<String> recipients = new HashSet<>(Dispatch.team(roster, placement));
        List<String> planned = new ArrayList<>();
        for (String rep : roster.teamAt(now)) {
            DeliveryId id = Mailing.PINGS.to(placement.id(), rep);
            if (recipients.contains(rep) ? isBack(id) : isNew(id, now)) {
                planned.add(rep);
            }
        }
        if (planned.isEmpty()) {
            return;
        }
        // A race with another change of the placement is settled by the queue, which is told
        // anyway.
        placements.replace(
                placement.checkingSendsAt(Dispatch.sendsEndAt(now, planned.size())), List.of());
        queue.send(placement.id(), Mailing.PINGS, PlanPings.chunks(planned), Duration.ZERO);
    }

    /// Whether there is something to send: it was just planned, or is still to be sent.
    private boolean isNew(DeliveryId id, Instant now) {
        return ledger.add(Delivery.planned(id, now)) || isBack(id) || isPlanned(id);
    }

    private boolean isPlanned(DeliveryId id) {
        return ledger.find(id).filter(row -> row.state() == DeliveryState.PLANNED).isPresent();
    }

    /// One whose ping was called off when they left is of the team again.
    private boolean isBack(DeliveryId id) {
        Optional<Delivery> row = ledger.find(id);
        return row.isPresent()
                && row.get().state() == DeliveryState.CANCELLED
                && ledger.replace(row.get(), row.get().plannedAgain());
    }
}
