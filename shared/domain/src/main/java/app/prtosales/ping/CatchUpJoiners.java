package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sends a catch-up ping to reps who join the team after a placement was sent and before its
/// deadline (R1.11). It is an ordinary ping with an ordinary id, listed but not counted. A rep who
/// left before the ping was sent and has come back also gets it, and counts. So does a rep who was
/// not reached and now has a different address on the roster (R1.12).
public final class CatchUpJoiners {

    private static final Comparator<Mailing> BY_NUMBER = Comparator.comparingInt(Mailing::number);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final PingQueue queue;
    private final InstantSource clock;

    public CatchUpJoiners(
            Placements placements,
            Ledger ledger,
            Directory directory,
            HoldMailbox mailboxes,
            PingQueue queue,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.clock = clock;
    }

    /// Checks every placement that is within its 24 hours.
    public void catchUp() {
        Instant now = clock.instant();
        placements
                .withDeadlineIn(now.plusNanos(1), now.plus(Publication.WINDOW).plusNanos(1))
                .forEach(placement -> catchUp(placement, now));
    }

    /// Checks one placement; does nothing if nobody joined, came back or has a corrected address.
    void catchUp(Placement placement, Instant now) {
        boolean open =
                placement.dispatchedAt() != null
                        && placement.isPublicAt(now)
                        && now.isBefore(placement.publication().deadline());
        if (!open) {
            return;
        }
        Roster roster = directory.roster();
        if (Dispatch.isNobodyLeft(roster, placement)) {
            queue.errand(new Errand.NobodyLeft(placement.id()), Duration.ZERO);
        }
        Set<RepId> recipients = new HashSet<>(Dispatch.team(roster, placement));
        Map<RepId, List<Delivery>> pings =
                ledger.pingsAbout(placement.id().value()).stream()
                        .collect(Collectors.groupingBy(row -> row.id().rep()));
        Set<RepId> known = new HashSet<>(recipients);
        known.addAll(pings.keySet());
        List<RepId> team =
                roster.teamAt(now).stream().map(rep -> roster.idAmong(rep, known)).toList();
        List<RepId> planned = new ArrayList<>();
        for (RepId rep : team) {
            List<Delivery> tried = pings.getOrDefault(rep, List.of());
            boolean queuedHere =
                    !recipients.contains(rep) || placement.status() == Status.DISTRIBUTED;
            if (isToSend(Mailing.PINGS.to(placement.id(), rep), tried, queuedHere, now)) {
                planned.add(rep);
            }
        }
        Map<Mailing, List<RepId>> corrected = corrected(placement, roster, team, pings, now);
        if (planned.isEmpty() && corrected.isEmpty()) {
            return;
        }
        int sends = planned.size() + corrected.values().stream().mapToInt(List::size).sum();
        // If another change of the placement wins, the queue messages still cause the sends.
        placements.replace(placement.checkingSendsAt(Dispatch.sendsEndAt(now, sends)), List.of());
        queue.send(placement.id(), Mailing.PINGS, PlanPings.chunks(planned), Duration.ZERO);
        corrected.forEach((mailing, reps) ->
                queue.send(placement.id(), mailing, PlanPings.chunks(reps), Duration.ZERO));
    }

    /// Pings to corrected addresses, for reps who were not reached at the old ones; planned now, or
    /// planned earlier and not yet sent.
    private Map<Mailing, List<RepId>> corrected(
            Placement placement,
            Roster roster,
            List<RepId> team,
            Map<RepId, List<Delivery>> pings,
            Instant now) {
        Map<String, Mailbox> held = mailboxes.held();
        Map<Mailing, List<RepId>> corrected = new TreeMap<>(BY_NUMBER);
        for (RepId id : team) {
            List<Delivery> tried = pings.getOrDefault(id, List.of());
            String mailbox = roster.find(id).map(rep -> Mailbox.idOf(rep.email())).orElse("");
            if (!held.containsKey(mailbox)) {
                again(placement, id, tried, mailbox, now)
                        .ifPresent(mailing ->
                                corrected
                                        .computeIfAbsent(mailing, first -> new ArrayList<>())
                                        .add(id));
            }
        }
        return corrected;
    }

    private Optional<Mailing> again(
            Placement placement, RepId rep, List<Delivery> tried, String mailbox, Instant now) {
        List<Delivery> corrected =
                tried.stream().filter(CatchUpJoiners::isToCorrectedAddress).toList();
        Optional<Delivery> waiting =
                corrected.stream().filter(row -> isWaiting(row) || planAgain(row)).findFirst();
        if (waiting.isPresent()) {
            return waiting.flatMap(row -> Mailing.of(row.id()));
        }
        if (tried.isEmpty() || !tried.stream().allMatch(row -> isLost(row, mailbox))) {
            return Optional.empty();
        }
        Mailing again = Mailing.toCorrectedAddress(1 + corrected.size());
        ledger.add(Delivery.planned(again.to(placement.id(), rep), now));
        return Optional.of(again);
    }

    /// Whether the ping failed, either at a different address or without being tried at any.
    private static boolean isLost(Delivery row, String mailbox) {
        return switch (row.state()) {
            case BOUNCED, REJECTED -> !mailbox.equals(row.mailbox());
            case PLANNED, SENDING, UNKNOWN, ACCEPTED, DELIVERED, COMPLAINED, CANCELLED -> false;
        };
    }

    private static boolean isToCorrectedAddress(Delivery row) {
        return Mailing.of(row.id()).filter(Mailing::isToCorrectedAddress).isPresent();
    }

    /// Plans the ping if nobody did: for a rep who joined, or for a recipient whose row of the
    /// roster could not be read when the pings were planned (I12). A ping that was planned here
    /// earlier and is still waiting was never queued, because this was interrupted in between.
    ///
    /// @param tried the rep's pings that have been planned so far
    /// @param queuedHere whether nothing else queues the rep's planned pings
    /// @return whether the ping has to be queued
    private boolean isToSend(DeliveryId id, List<Delivery> tried, boolean queuedHere, Instant now) {
        if (tried.isEmpty()) {
            ledger.add(Delivery.planned(id, now));
            return true;
        }
        return queuedHere && tried.stream().allMatch(CatchUpJoiners::isWaiting)
                || tried.stream().anyMatch(row -> row.id().equals(id) && planAgain(row));
    }

    private static boolean isWaiting(Delivery row) {
        return row.state() == DeliveryState.PLANNED;
    }

    /// Plans a ping again if it was canceled when the rep left, since the rep is now back on the
    /// team. Returns whether it did.
    private boolean planAgain(Delivery row) {
        return row.state() == DeliveryState.CANCELLED && ledger.replace(row, row.plannedAgain());
    }
}
