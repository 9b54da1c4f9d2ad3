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

/// Sends a chunk of a placement's emails, either the pings or later emails: one email per rep,
/// never a list or a digest (R1.6).
public final class SendPings {

    private static final int MAILS_AT_ONCE = 8;

    /// After this long, a sender returns the rest of its chunk to the queue: the function has 120
    /// seconds, and the data read at the start is no longer fresh (R1.11).
    private static final Duration ENOUGH = Duration.ofSeconds(90);

    /// If this many emails are refused for the same reason and none is accepted, the emails are not
    /// the problem.
    private static final int REFUSED_ALIKE = 3;

    /// How long a chunk waits if the mail system does not accept mail, or if other senders have
    /// taken all turns of the next 90 seconds.
    private static final Duration LATER = Duration.ofMinutes(1);

    /// How long a chunk waits while sending is stopped, and so the longest wait after sending is
    /// resumed.
    private static final Duration WHILE_STOPPED = Duration.ofMinutes(10);

    /// The lists needed for a chunk's emails, read together once per chunk.
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
    private final Postpone postpone;

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
        this.postpone = new Postpone(placements, clock);
    }

    /// How many of a chunk's emails were sent, and how many will be sent later.
    ///
    /// @param alarm why the mail system accepts nothing from us, or refused every email; since no
    ///   email can report that, an alarm has to; null if all is well
    /// @param putOff how many of the later ones wait because the mail system accepts nothing or
    ///   sending is stopped
    public record Outcome(int sent, int later, int putOff, @Nullable String alarm) {

        Outcome(int sent, int later) {
            this(sent, later, later, null);
        }
    }

    public Outcome send(PlacementId id, Mailing mailing, List<RepId> reps) {
        if (reps.isEmpty()) {
            return new Outcome(0, 0);
        }
        Instant now = clock.instant();
        return placements
                .find(id)
                .map(placement -> send(placement, mailing, reps, now))
                .orElseGet(() -> new Outcome(0, 0));
    }

    private Outcome send(Placement placement, Mailing mailing, List<RepId> reps, Instant now) {
        if (guard.stop().isPresent()) {
            queue.send(placement.id(), mailing, List.of(reps), WHILE_STOPPED);
            postpone.tick(placement.id(), mailing, WHILE_STOPPED);
            return new Outcome(0, reps.size());
        }
        Chunk chunk = new Chunk(placement, mailing, rows(placement, mailing, reps), now);
        List<Result> results = Concurrently.map(reps, MAILS_AT_ONCE, chunk::send);
        Map<Result, List<RepId>> byResult = byResult(reps, results);
        List<RepId> later = new ArrayList<>(byResult.getOrDefault(Result.LATER, List.of()));
        List<RepId> refused = byResult.getOrDefault(Result.REFUSED, List.of());
        if (chunk.isRefusedAlike()) {
            // Refused ones go last, so that emails that may be fine are tried first.
            refused.stream().filter(chunk::planAgain).forEach(later::add);
        } else {
            refused.forEach(chunk::reportRefused);
        }
        if (!later.isEmpty()) {
            boolean noTurnInTime = later.size() == reps.size() && !chunk.isLate();
            Duration wait = chunk.isHeld() || noTurnInTime ? LATER : Duration.ZERO;
            queue.send(placement.id(), mailing, List.of(later), wait);
            postpone.tick(placement.id(), mailing, wait);
        }
        int sent = byResult.getOrDefault(Result.SENT, List.of()).size();
        guard.sent(mailing.to(placement.id(), reps.getFirst()).value(), sent)
                .ifPresent(stop -> queue.errand(new Errand.SendingStopped(), Duration.ZERO));
        return new Outcome(sent, later.size(), chunk.isHeld() ? later.size() : 0, chunk.alarm());
    }

    /// The reps grouped by the result of their emails, in order.
    private static Map<Result, List<RepId>> byResult(List<RepId> reps, List<Result> results) {
        return IntStream.range(0, reps.size())
                .boxed()
                .collect(
                        Collectors.groupingBy(
                                results::get, Collectors.mapping(reps::get, Collectors.toList())));
    }

    /// The rows of a chunk by recipient, in one read, because their ids are adjacent.
    private Map<RepId, Delivery> rows(Placement placement, Mailing mailing, List<RepId> reps) {
        return ledger
                .between(
                        mailing.to(placement.id(), Collections.min(reps)),
                        mailing.to(placement.id(), Collections.max(reps)))
                .stream()
                .collect(Collectors.toMap(row -> row.id().rep(), Function.identity()));
    }

    /// The accounts of these reps, in a single pass over the list.
    private static Map<RepId, List<TargetAccount>> accountsOf(
            Set<RepId> reps, Directory lists, Roster roster) {
        return lists.accounts().stream()
                .filter(account -> worker(account, reps, roster).isPresent())
                .collect(
                        Collectors.groupingBy(
                                account -> worker(account, reps, roster).orElseThrow()));
    }

    /// The rep who works an account, under whichever of the rep's ids is in the set; empty if that
    /// rep is not in it.
    private static Optional<RepId> worker(TargetAccount account, Set<RepId> reps, Roster roster) {
        return Optional.ofNullable(account.rep())
                .map(rep -> roster.idAmong(rep, reps))
                .filter(reps::contains);
    }

    /// A chunk being sent: the data that its emails share, and what is known of the mail system.
    private final class Chunk {

        private final Placement placement;
        private final Mailing mailing;
        private final Map<RepId, Delivery> rows;
        private final Instant now;
        private final Roster roster;
        private final RepRound round;
        private final Map<String, Mailbox> heldMailboxes = mailboxes.held();
        private final AtomicBoolean held = new AtomicBoolean();
        private final AtomicInteger accepted = new AtomicInteger();
        private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

        /// Why the mail system accepts no email from us.
        private volatile @Nullable String nothingAccepted;

        /// The reason for which the mail system refused several emails.
        private volatile @Nullable String refusedAlike;

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
                            mailing.mail().needsResponses()
                                    ? responses.standing(placement)
                                    : List.of(),
                            new MissedChanges(ledger, lists, mailboxes, clock)
                                    .news(placement, mailing),
                            now);
            this.now = now;
        }

        /// Whether the mail system does not accept mail at the moment. If it does, the rest of the
        /// chunk can be sent immediately, in a new run.
        boolean isHeld() {
            return held.get();
        }

        /// Whether the mail system refused several emails for the same reason and accepted none.
        boolean isRefusedAlike() {
            return refusedAlike != null && accepted.get() == 0;
        }

        /// Why an alarm is needed in place of an email; null if none is.
        @Nullable String alarm() {
            if (nothingAccepted != null) {
                return nothingAccepted;
            }
            return accepted.get() == 0 && refusals.size() == 1
                    ? refusals.keySet().iterator().next()
                    : null;
        }

        /// Plans an email again that was refused together with all the others.
        ///
        /// @return false if that is not possible, because the row was changed in the meantime
        boolean planAgain(RepId rep) {
            Optional<Delivery> row = ledger.find(Objects.requireNonNull(rows.get(rep)).id());
            String why = Objects.requireNonNullElse(refusedAlike, "refused");
            return row.map(refused -> refused.refusedWithOthers(why))
                    .filter(planned -> planned.version() != row.get().version())
                    .filter(planned -> ledger.replace(row.get(), planned))
                    .isPresent();
        }

        void reportRefused(RepId rep) {
            queue.errand(
                    new Errand.Undelivered(Objects.requireNonNull(rows.get(rep)).id()),
                    Duration.ZERO);
        }

        private void note(Result result, DeliveryId mail) {
            switch (result) {
                case SENT, UNKNOWN -> accepted.incrementAndGet();
                case LATER -> {
                    held.set(true);
                    ledger.find(mail)
                            .filter(row -> row.state() == DeliveryState.PLANNED)
                            .map(Delivery::reason)
                            .ifPresent(why -> nothingAccepted = why);
                }
                case REFUSED -> {
                    String why = ledger.find(mail).map(Delivery::reason).orElse("refused");
                    if (refusals.merge(why, 1, Integer::sum) >= REFUSED_ALIKE
                            && accepted.get() == 0) {
                        refusedAlike = why;
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
            @Nullable Rep rep = roster.find(recipient).orElse(null);
            Optional<String> whyNotSent = round.whyNotSent(rep);
            if (rep == null || whyNotSent.isPresent()) {
                return cancel(row.get(), whyNotSent.orElse(Mailing.LEFT));
            }
            if (!row.get().state().isOpen()) {
                reportIfFailed(row.get());
                return Result.NOT_OURS;
            }
            Mailbox mailbox = heldMailboxes.get(Mailbox.idOf(rep.email()));
            Rep to = mailbox == null ? rep : atSecondAddress(rep, mailbox);
            if (mailbox != null && to.equals(rep) && row.get().state() == DeliveryState.PLANNED) {
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

        /// Waits for a turn to send; false if there is none in time.
        ///
        /// An outage postpones the chunk just as throttling does. If the message failed instead,
        /// the tick would queue another one every few minutes, and each would end up as a dead
        /// letter.
        private boolean isMyTurn() {
            try {
                return pace.await(now.plus(ENOUGH)) && !isLate();
            } catch (Pace.NoAnswer down) {
                held.set(true);
                return false;
            }
        }

        /// The rep with the second address, if that one works and the rep wants our emails. For a
        /// ping, the second address gets a ledger row of its own, so nothing changes here.
        private Rep atSecondAddress(Rep rep, Mailbox first) {
            return mailing.mail() == RepMail.PING || first.isMarkedAsSpam()
                    ? rep
                    : rep.atSecondAddress()
                            .filter(second ->
                                    !heldMailboxes.containsKey(Mailbox.idOf(second.email())))
                            .orElse(rep);
        }

        /// Sends nothing to an address on hold; the second one is tried instead (R1.12).
        private Result withhold(Delivery row, Mailbox mailbox) {
            Delivery withheld = row.withheld(mailbox.whyHeld());
            if (ledger.replace(row, withheld)) {
                reportIfFailed(withheld);
            }
            return Result.NOT_OURS;
        }

        /// Queues the follow-up of a failed email. This includes one that failed earlier, because
        /// the sender that saw the failure may have died before queueing it.
        private void reportIfFailed(Delivery row) {
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
