package app.prtosales.ping;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.Pace;
import app.prtosales.mailing.PingQueue;
import app.prtosales.mailing.RepMail;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Timer;
import app.prtosales.response.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sends a chunk of a placement's mails, the pings or what follows them: one mail to one rep, never
/// a list, never a digest (R1.6).
public final class SendPings {

    private static final int MAILS_AT_ONCE = 8;

    /// After this long a sender hands the rest of a chunk back to the queue: its function's time is
    /// 120 s, and what it read at the beginning is no longer new (R1.11).
    private static final Duration ENOUGH = Duration.ofSeconds(90);

    /// So many refusals for one reason, and nothing taken, are not the fault of the mails.
    private static final int ALIKE = 3;

    /// How long a chunk waits when the mail system does not take mails.
    private static final Duration LATER = Duration.ofMinutes(1);

    /// How long it waits while sending is stopped: so soon after somebody lets it go on it goes on.
    private static final Duration WHILE_STOPPED = Duration.ofMinutes(10);

    /// What a chunk is written from: one read for all of them.
    private static final Set<ListName> LISTS =
            Set.of(ListName.REPS, ListName.ACCOUNTS, ListName.AGREEMENT);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final HoldMailbox mailboxes;
    private final Pace pace;
    private final GuardSending guard;
    private final InstantSource clock;

    public SendPings(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Responses responses,
            PingQueue queue,
            HoldMailbox mailboxes,
            SendOne sendOne,
            MailWriter mails,
            Pace pace,
            GuardSending guard,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.pace = pace;
        this.guard = guard;
        this.clock = clock;
    }

    /// How many of a chunk were sent, and how many wait to be sent later.
    ///
    /// @param alarm why the mail system takes nothing from us, or refused all that it was given: as
    ///   no mail can tell of that, somebody has to be told in another way; null where all is well
    /// @param putOff of the later ones those that wait because the mail system takes none, or
    ///   because sending was stopped
    public record Outcome(int sent, int later, int putOff, @Nullable String alarm) {

        Outcome(int sent, int later) {
            this(sent, later, later, null);
        }
    }

    public Outcome send(PlacementId id, Mailing mailing, List<RepId> reps) {
        Optional<Placement> placement = placements.find(id);
        return placement.isEmpty() ? new Outcome(0, 0) : send(placement.get(), mailing, reps);
    }

    private Outcome send(Placement placement, Mailing mailing, List<RepId> reps) {
        if (reps.isEmpty()) {
            return new Outcome(0, 0);
        }
        if (guard.stop().isPresent()) {
            queue.send(placement.id(), mailing, List.of(reps), WHILE_STOPPED);
            putOffTheTick(placement, WHILE_STOPPED);
            return new Outcome(0, reps.size());
        }
        Chunk chunk =
                new Chunk(placement, mailing, rows(placement, mailing, reps), clock.instant());
        List<Result> results = Concurrently.map(reps, MAILS_AT_ONCE, chunk::send);
        Map<Result, List<RepId>> ended = ended(reps, results);
        List<RepId> later = new ArrayList<>(ended.getOrDefault(Result.LATER, List.of()));
        List<RepId> refused = ended.getOrDefault(Result.REFUSED, List.of());
        if (chunk.isStopped()) {
            // Last, so that mails which may be in order are tried before them.
            refused.stream().filter(chunk::planAgain).forEach(later::add);
        } else {
            refused.forEach(chunk::followRefused);
        }
        if (!later.isEmpty()) {
            Duration wait = chunk.isHeld() ? LATER : Duration.ZERO;
            queue.send(placement.id(), mailing, List.of(later), wait);
            putOffTheTick(placement, wait);
        }
        int sent = ended.getOrDefault(Result.SENT, List.of()).size();
        guard.sent(mailing.to(placement.id(), reps.getFirst()).value(), sent)
                .ifPresent(stop -> queue.errand(new Errand.SendingStopped(), Duration.ZERO));
        return new Outcome(sent, later.size(), chunk.isHeld() ? later.size() : 0, chunk.alarm());
    }

    /// The reps by what came of their mails, in their order.
    private static Map<Result, List<RepId>> ended(List<RepId> reps, List<Result> results) {
        return IntStream.range(0, reps.size())
                .boxed()
                .collect(
                        Collectors.groupingBy(
                                results::get, Collectors.mapping(reps::get, Collectors.toList())));
    }

    /// The rows of a chunk by their recipients, in one read: its ids lie side by side.
    private Map<RepId, Delivery> rows(Placement placement, Mailing mailing, List<RepId> reps) {
        return ledger
                .between(
                        mailing.to(placement.id(), Collections.min(reps)),
                        mailing.to(placement.id(), Collections.max(reps)))
                .stream()
                .collect(Collectors.toMap(row -> row.id().rep(), Function.identity()));
    }

    /// The accounts of these reps: one look at the list for all of them.
    private static Map<RepId, List<TargetAccount>> accountsOf(
            Set<RepId> reps, Directory lists, Roster roster) {
        return lists.accounts().stream()
                .filter(account -> worker(account, reps, roster).isPresent())
                .collect(
                        Collectors.groupingBy(
                                account -> worker(account, reps, roster).orElseThrow()));
    }

    /// The one of these ids under which the rep is known who works an account; empty where none of
    /// them does.
    private static Optional<RepId> worker(TargetAccount account, Set<RepId> reps, Roster roster) {
        return Optional.ofNullable(account.rep())
                .map(rep -> roster.idAmong(rep, reps))
                .filter(reps::contains);
    }

    /// What is queued again here is not to be queued by the tick as well: while the mail system is
    /// down, the messages would grow with every tick. Losing the race costs one message more.
    private void putOffTheTick(Placement seen, Duration wait) {
        Instant next = Dispatch.sendsEndAt(clock.instant().plus(wait), PingQueue.CHUNK);
        placements
                .find(seen.id())
                .filter(placement -> placement.timers().containsKey(Timer.SENDS))
                .filter(placement -> next.minus(wait).isAfter(placement.timers().get(Timer.SENDS)))
                .ifPresent(placement ->
                        placements.replace(placement.checkingSendsAt(next), List.of()));
    }

    /// What all mails of a chunk have in common.
    private final class Chunk {

        private final Placement placement;
        private final Mailing mailing;
        private final Map<RepId, Delivery> rows;
        private final Instant now;
        private final Roster roster;
        private final RepRound round;
        private final Map<String, Mailbox> dead = mailboxes.held();
        private final AtomicBoolean held = new AtomicBoolean();
        private final AtomicInteger taken = new AtomicInteger();
        private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
        private volatile @Nullable String barred;
        private volatile @Nullable String stopped;

        Chunk(Placement placement, Mailing mailing, Map<RepId, Delivery> rows, Instant now) {
            this.placement = placement;
            this.mailing = mailing;
            this.rows = rows;
            Directory lists = directory.with(LISTS);
            this.roster = lists.roster();
            this.round =
                    new RepRound(
                            placement,
                            mailing,
                            roster,
                            accountsOf(rows.keySet(), lists, roster),
                            lists.agreement(),
                            mailing.mail() == RepMail.RETRACTION
                                    ? responses.thatCount(placement)
                                    : List.of(),
                            now);
            this.now = now;
        }

        /// Whether the mail system took no more; else what is left waits only for the time to begin
        /// anew.
        boolean isHeld() {
            return held.get();
        }

        /// Whether the mail system refused several mails for one reason, and took none.
        boolean isStopped() {
            return stopped != null && taken.get() == 0;
        }

        /// Why somebody has to be told in another way than by mail.
        @Nullable String alarm() {
            if (barred != null) {
                return barred;
            }
            return taken.get() == 0 && refusals.size() == 1
                    ? refusals.keySet().iterator().next()
                    : null;
        }

        /// What was refused with all the others is to be sent later.
        boolean planAgain(RepId rep) {
            Optional<Delivery> row = ledger.find(Objects.requireNonNull(rows.get(rep)).id());
            String why = Objects.requireNonNullElse(stopped, "refused");
            return row.map(refused -> refused.refusedWithOthers(why))
                    .filter(planned -> planned.version() != row.get().version())
                    .filter(planned -> ledger.replace(row.get(), planned))
                    .isPresent();
        }

        void followRefused(RepId rep) {
            queue.errand(
                    new Errand.Undelivered(Objects.requireNonNull(rows.get(rep)).id()),
                    Duration.ZERO);
        }

        private void note(Result result, DeliveryId mail) {
            switch (result) {
                case SENT, UNKNOWN -> taken.incrementAndGet();
                case LATER -> {
                    held.set(true);
                    ledger.find(mail)
                            .filter(row -> row.state() == DeliveryState.PLANNED)
                            .map(Delivery::reason)
                            .ifPresent(why -> barred = why);
                }
                case REFUSED -> {
                    String why = ledger.find(mail).map(Delivery::reason).orElse("refused");
                    if (refusals.merge(why, 1, Integer::sum) >= ALIKE && taken.get() == 0) {
                        stopped = why;
                        held.set(true);
                    }
                }
                case NOT_OURS -> {}
            }
        }

        private boolean isLate() {
            return clock.instant().isAfter(now.plus(ENOUGH));
        }

        Result send(RepId recipient) {
            if (held.get() || isLate()) {
                return Result.LATER;
            }
            Optional<Delivery> row = Optional.ofNullable(rows.get(recipient));
            if (row.isEmpty()) {
                return Result.NOT_OURS;
            }
            Optional<String> overtaken = round.overtaken();
            if (overtaken.isPresent()) {
                return cancel(row.get(), overtaken.get());
            }
            Optional<Rep> rep = roster.find(recipient).filter(round::mayGetIt);
            if (rep.isEmpty()) {
                return cancel(row.get(), "no longer an active rep");
            }
            if (!row.get().state().isOpen()) {
                followIfFailed(row.get());
                return Result.NOT_OURS;
            }
            Mailbox mailbox = dead.get(Mailbox.idOf(rep.get().email()));
            Rep to = mailbox == null ? rep.get() : elsewhere(rep.get());
            if (mailbox != null
                    && to.equals(rep.get())
                    && row.get().state() == DeliveryState.PLANNED) {
                return withhold(row.get(), mailbox);
            }
            if (!isMyTurn()) {
                return Result.LATER;
            }
            Result result =
                    sendOne.send(
                            row.get(), placement.version(), () -> mails.write(round.mailTo(to)));
            note(result, row.get().id());
            return result;
        }

        /// An outage puts the chunk off, as throttling does: were the message to fail, the tick
        /// would queue another beside it every few minutes, and each would end as a dead letter.
        private boolean isMyTurn() {
            try {
                pace.await();
            } catch (Pace.NoAnswer down) {
                held.set(true);
                return false;
            }
            return !isLate();
        }

        /// The rep at the second address, where that works. A ping is tried there as a row of its
        /// own.
        private Rep elsewhere(Rep rep) {
            return mailing.mail() == RepMail.PING
                    ? rep
                    : rep.atSecondAddress()
                            .filter(second -> !dead.containsKey(Mailbox.idOf(second.email())))
                            .orElse(rep);
        }

        /// A dead address gets no mail; the second one is tried instead (R1.12).
        private Result withhold(Delivery row, Mailbox mailbox) {
            Delivery withheld = row.withheld(mailbox.whyHeld());
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
