package app.prtosales.distribution;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sends a chunk of a placement's pings: one mail to one rep, never a list, never a digest (R1.6).
public final class SendPings {

    private static final int MAILS_AT_ONCE = 8;

    /// How long a chunk waits when the mail system does not take mails.
    private static final Duration LATER = Duration.ofMinutes(1);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final RepPing repPing;
    private final HoldMailbox mailboxes;
    private final Pace pace;
    private final InstantSource clock;

    public SendPings(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            HoldMailbox mailboxes,
            SendOne sendOne,
            MailWriter mails,
            Pace pace,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mailboxes = mailboxes;
        this.repPing = new RepPing(directory, mails, clock);
        this.pace = pace;
        this.clock = clock;
    }

    /// How many of a chunk were sent, and how many wait to be sent later.
    public record Outcome(int sent, int later) {}

    public Outcome send(PlacementId id, List<String> reps) {
        Optional<Placement> placement = placements.find(id);
        return placement.isEmpty() ? new Outcome(0, 0) : send(placement.get(), reps);
    }

    private Outcome send(Placement placement, List<String> reps) {
        if (reps.isEmpty()) {
            return new Outcome(0, 0);
        }
        Chunk chunk = new Chunk(placement, rows(placement, reps), clock.instant());
        List<Result> results = Concurrently.map(reps, MAILS_AT_ONCE, chunk::ping);
        List<String> later = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) == Result.LATER) {
                later.add(reps.get(i));
            }
        }
        if (!later.isEmpty()) {
            queue.send(placement.id(), List.of(later), LATER);
            putOffTheTick(placement);
        }
        int sent = (int) results.stream().filter(result -> result == Result.SENT).count();
        return new Outcome(sent, later.size());
    }

    /// The rows of a chunk by their recipients, in one read: its ids lie side by side.
    private Map<String, Delivery> rows(Placement placement, List<String> reps) {
        return ledger
                .pingsBetween(placement.id().value(), Collections.min(reps), Collections.max(reps))
                .stream()
                .collect(Collectors.toMap(row -> row.id().recipient(), Function.identity()));
    }

    /// What is queued again here is not to be queued by the tick as well: while the mail system is
    /// down, the messages would grow with every tick. Losing the race costs one message more.
    private void putOffTheTick(Placement seen) {
        Instant next = Dispatch.sendsEndAt(clock.instant().plus(LATER), PingQueue.CHUNK);
        placements
                .find(seen.id())
                .filter(placement -> placement.timers().containsKey(Timer.SENDS))
                .filter(placement -> next.minus(LATER).isAfter(placement.timers().get(Timer.SENDS)))
                .ifPresent(placement ->
                        placements.replace(placement.checkingSendsAt(next), List.of()));
    }

    /// What all pings of a chunk have in common.
    private final class Chunk {

        private final Placement placement;
        private final Map<String, Delivery> rows;
        private final Instant now;
        private final Roster roster = directory.roster();
        private final List<TargetAccount> accounts = directory.accounts();
        private final Agreement agreement = directory.agreement();
        private final Map<String, Mailbox> dead = mailboxes.held();
        private final AtomicBoolean held = new AtomicBoolean();

        Chunk(Placement placement, Map<String, Delivery> rows, Instant now) {
            this.placement = placement;
            this.rows = rows;
            this.now = now;
        }

        Result ping(String repId) {
            if (held.get()) {
                return Result.LATER;
            }
            Optional<Delivery> row = Optional.ofNullable(rows.get(repId));
            if (row.isEmpty()) {
                return Result.NOT_OURS;
            }
            if (!placement.isPublicAt(now)) {
                return cancel(row.get(), "the placement was taken back");
            }
            Optional<Rep> rep = roster.find(repId).filter(Rep::isOfTheTeam);
            if (rep.isEmpty()) {
                return cancel(row.get(), "no longer an active rep");
            }
            if (!row.get().state().isOpen()) {
                followIfFailed(row.get());
                return Result.NOT_OURS;
            }
            Mailbox mailbox = dead.get(Mailbox.idOf(rep.get().email()));
            if (mailbox != null && row.get().state() == DeliveryState.PLANNED) {
                return withhold(row.get(), mailbox);
            }
            pace.await();
            Result result =
                    sendOne.send(
                            row.get(),
                            placement.version(),
                            () -> repPing.write(placement, rep.get(), accounts, agreement));
            if (result == Result.REFUSED) {
                queue.errand(new Errand.Undelivered(row.get().id()), Duration.ZERO);
            }
            if (result == Result.LATER) {
                held.set(true);
            }
            return result;
        }

        /// A dead address gets no mail; the second one is tried instead (R1.12).
        private Result withhold(Delivery row, Mailbox mailbox) {
            Delivery withheld = row.withheld("the address is dead, " + mailbox.health());
            if (ledger.replace(row, withheld)) {
                followIfFailed(withheld);
            }
            return Result.NOT_OURS;
        }

        /// Also for one that failed before: whoever saw it may have died before saying so.
        private void followIfFailed(Delivery row) {
            if (row.state().hasFailed()) {
                queue.errand(new Errand.Undelivered(row.id()), Duration.ZERO);
            }
        }

        private Result cancel(Delivery row, String why) {
            Delivery cancelled = row.cancelled(why);
            if (cancelled.version() != row.version()) {
                ledger.replace(row, cancelled);
            }
            return Result.NOT_OURS;
        }
    }
}
