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

/// Sends who joined the team after a placement was sent, and before its deadline, a catch-up ping
/// (R1.11): an ordinary ping, under the ordinary id, that is listed and not counted. Who left
/// before the ping was sent and is back gets it as well, and counts. So does who was not reached,
/// once the roster has another address of theirs (R1.12).
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
        // A race with another change of the placement is settled by the queue, which is told
        // anyway.
        placements.replace(placement.checkingSendsAt(Dispatch.sendsEndAt(now, sends)), List.of());
        queue.send(placement.id(), Mailing.PINGS, PlanPings.chunks(planned), Duration.ZERO);
        corrected.forEach((mailing, reps) ->
                queue.send(placement.id(), mailing, PlanPings.chunks(reps), Duration.ZERO));
    }

    /// Pings to addresses that took the place of those at which a rep was not reached, planned or
    /// still to be sent.
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
                corrected.stream().filter(row -> isWaiting(row) || isBack(row)).findFirst();
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

    /// It failed at another address than this one, or was not tried at all.
    private static boolean isLost(Delivery row, String mailbox) {
        return switch (row.state()) {
            case BOUNCED, REJECTED -> !mailbox.equals(row.mailbox());
            case PLANNED, SENDING, UNKNOWN, ACCEPTED, DELIVERED, COMPLAINED, CANCELLED -> false;
        };
    }

    private static boolean isToCorrectedAddress(Delivery row) {
        return Mailing.of(row.id()).filter(Mailing::isToCorrectedAddress).isPresent();
    }

    /// Plans the ping where nobody did: of a joiner, or of a recipient whose row of the roster
    /// could not be read when the pings were planned (I12). One that was planned here before and
    /// still waits was never queued, because this was interrupted in between.
    ///
    /// @param tried the pings of the rep that are planned by now
    /// @param queuedHere whether nobody else queues what is planned
    /// @return whether it is to be queued
    private boolean isToSend(DeliveryId id, List<Delivery> tried, boolean queuedHere, Instant now) {
        if (tried.isEmpty()) {
            ledger.add(Delivery.planned(id, now));
            return true;
        }
        return queuedHere && tried.stream().allMatch(CatchUpJoiners::isWaiting)
                || tried.stream().anyMatch(row -> row.id().equals(id) && isBack(row));
    }

    private static boolean isWaiting(Delivery row) {
        return row.state() == DeliveryState.PLANNED;
    }

    /// One whose ping was called off when they left is of the team again.
    private boolean isBack(Delivery row) {
        return row.state() == DeliveryState.CANCELLED && ledger.replace(row, row.plannedAgain());
    }
}
