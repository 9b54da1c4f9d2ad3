package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Sends a catch-up ping to reps who join the team after a placement was sent and before its
/// deadline (R1.11). It is an ordinary ping with an ordinary id, listed but not counted. A rep who
/// left before the ping was sent and has come back also gets it, and counts. So does a rep who was
/// not reached and now has a different address on the roster (R1.12). Distributors who join get the
/// stories that are Green (R5.5). Whoever has the story as an employee or a distributor does not
/// get it again as the other (R5.4).
public final class CatchUpJoiners {

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final PingQueue queue;
    private final InstantSource clock;
    private final StoryReaders storyReaders;

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
        this.storyReaders = new StoryReaders(ledger, directory);
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
        Map<Mailing, List<RepId>> sends = new Check(placement, roster, now).sends();
        int count = sends.values().stream().mapToInt(List::size).sum();
        if (count == 0) {
            return;
        }
        // If another change of the placement wins, the queue messages still cause the sends.
        placements.replace(placement.checkingSendsAt(Dispatch.sendsEndAt(now, count)), List.of());
        sends.forEach((mailing, reps) ->
                queue.send(placement.id(), mailing, PingQueue.chunks(reps), Duration.ZERO));
    }

    /// One placement, its rows and the roster at an instant.
    private final class Check {

        private final Placement placement;
        private final Roster roster;
        private final Instant now;
        private final List<Delivery> rows;
        private final Map<RepId, List<Delivery>> pings;
        private final Set<RepId> holders;

        Check(Placement placement, Roster roster, Instant now) {
            this.placement = placement;
            this.roster = roster;
            this.now = now;
            this.rows = ledger.about(placement.id().value());
            this.pings = byRep(MailKind::isPing);
            this.holders = StoryReaders.holders(rows, roster);
        }

        private Map<RepId, List<Delivery>> byRep(Predicate<MailKind> kind) {
            return rows.stream()
                    .filter(row -> kind.test(row.id().kind()))
                    .collect(Collectors.groupingBy(row -> row.id().rep()));
        }

        /// Plans what is missing.
        Map<Mailing, List<RepId>> sends() {
            Set<RepId> recipients = new HashSet<>(Dispatch.team(roster, placement));
            Set<RepId> known = new HashSet<>(recipients);
            known.addAll(pings.keySet());
            List<RepId> team =
                    roster.teamAt(now).stream().map(rep -> roster.idAmong(rep, known)).toList();
            Map<Mailing, List<RepId>> sends = new TreeMap<>(Mailing.BY_WORD);
            sends.put(Mailing.PINGS, team.stream().filter(rep -> joins(rep, recipients)).toList());
            sends.put(Mailing.DISTRIBUTOR_PINGS, distributors());
            sends.putAll(corrected(team));
            return sends;
        }

        private boolean joins(RepId rep, Set<RepId> recipients) {
            List<Delivery> tried = pings.getOrDefault(rep, List.of());
            boolean queuedHere =
                    !recipients.contains(rep) || placement.status() == Status.DISTRIBUTED;
            return !(tried.isEmpty() && holders.contains(roster.presentId(rep)))
                    && isToSend(Mailing.PINGS.to(placement.id(), rep), tried, queuedHere);
        }

        /// The pings of a Green story to distributors who joined or came back.
        private List<RepId> distributors() {
            if (placement.forwardabilityAt(now) != Forwardability.GREEN) {
                return List.of();
            }
            Map<RepId, List<Delivery>> own = byRep(MailKind.DISTRIBUTOR_PING::equals);
            Set<RepId> readers = storyReaders.readersOfCopies(placement, roster);
            boolean queuedHere = placement.status() == Status.DISTRIBUTED;
            return storyReaders.greenPings(placement, rows).recipients().stream()
                    .filter(rep -> !readers.contains(roster.presentId(rep)))
                    .filter(rep ->
                            isToSend(
                                    Mailing.DISTRIBUTOR_PINGS.to(placement.id(), rep),
                                    own.getOrDefault(rep, List.of()),
                                    queuedHere))
                    .toList();
        }

        /// Pings to corrected addresses, for reps who were not reached at the old ones; planned
        /// now, or planned earlier and not yet sent.
        private Map<Mailing, List<RepId>> corrected(List<RepId> team) {
            Map<String, Mailbox> held = mailboxes.held();
            Map<Mailing, List<RepId>> corrected = new TreeMap<>(Mailing.BY_WORD);
            for (RepId id : team) {
                String mailbox = roster.find(id).map(rep -> Mailbox.idOf(rep.email())).orElse("");
                if (!held.containsKey(mailbox)) {
                    again(id, mailbox)
                            .ifPresent(mailing ->
                                    corrected
                                            .computeIfAbsent(mailing, first -> new ArrayList<>())
                                            .add(id));
                }
            }
            return corrected;
        }

        private Optional<Mailing> again(RepId rep, String mailbox) {
            List<Delivery> tried = pings.getOrDefault(rep, List.of());
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

        /// Plans the ping if nobody did: for a rep who joined, or for a recipient whose row of the
        /// roster could not be read when the pings were planned (I12). A ping that was planned here
        /// earlier and is still waiting was never queued, because this was interrupted in between.
        ///
        /// @param tried the rep's pings that have been planned so far
        /// @param queuedHere whether nothing else queues the rep's planned pings
        /// @return whether the ping has to be queued
        private boolean isToSend(DeliveryId id, List<Delivery> tried, boolean queuedHere) {
            if (tried.isEmpty()) {
                ledger.add(Delivery.planned(id, now));
                return true;
            }
            return queuedHere && tried.stream().allMatch(CatchUpJoiners::isWaiting)
                    || tried.stream().anyMatch(row -> row.id().equals(id) && planAgain(row));
        }
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

    private static boolean isWaiting(Delivery row) {
        return row.state() == DeliveryState.PLANNED;
    }

    /// Plans a ping again if it was canceled when the rep left, since the rep is now back on the
    /// team. Returns whether it did.
    private boolean planAgain(Delivery row) {
        return row.state() == DeliveryState.CANCELLED && ledger.replace(row, row.plannedAgain());
    }
}
