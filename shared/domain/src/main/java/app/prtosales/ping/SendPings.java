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
import app.prtosales.directory.Rep;
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

    /// How long a chunk waits if the mail system does not accept mail, or if other senders have
    /// taken all turns of the next 90 seconds.
    private static final Duration LATER = Duration.ofMinutes(1);

    /// How long a chunk waits while sending is stopped, and so the longest wait after sending is
    /// resumed.
    private static final Duration WHILE_STOPPED = Duration.ofMinutes(10);

    private final Placements placements;
    private final Ledger ledger;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final HoldMailbox mailboxes;
    private final Pace pace;
    private final GuardSending guard;
    private final InstantSource clock;
    private final RepRounds rounds;
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
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.pace = pace;
        this.guard = guard;
        this.clock = clock;
        this.rounds = new RepRounds(ledger, directory, responses, mailboxes, clock);
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
        List<Result> results = chunk.send(reps);
        Map<Result, List<RepId>> byResult = byResult(reps, results);
        List<RepId> later = new ArrayList<>(byResult.getOrDefault(Result.LATER, List.of()));
        List<RepId> refused = byResult.getOrDefault(Result.REFUSED, List.of());
        Optional<String> refusedAlike = chunk.answers.whyRefusedAlike();
        if (refusedAlike.isPresent()) {
            // Refused ones go last, so that emails that may be fine are tried first.
            refused.stream()
                    .filter(rep -> chunk.planAgain(rep, refusedAlike.get()))
                    .forEach(later::add);
        } else {
            refused.forEach(chunk::reportRefused);
        }
        if (!later.isEmpty()) {
            boolean noTurnInTime = later.size() == reps.size() && !chunk.isLate();
            Duration wait = chunk.answers.isHeld() || noTurnInTime ? LATER : Duration.ZERO;
            queue.send(placement.id(), mailing, List.of(later), wait);
            postpone.tick(placement.id(), mailing, wait);
        }
        int sent = byResult.getOrDefault(Result.SENT, List.of()).size();
        guard.sent(mailing.to(placement.id(), reps.getFirst()).value(), sent)
                .ifPresent(stop -> queue.errand(new Errand.SendingStopped(), Duration.ZERO));
        int putOff = chunk.answers.isHeld() ? later.size() : 0;
        return new Outcome(sent, later.size(), putOff, chunk.answers.alarm());
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

    /// A chunk being sent: one email to each of its reps.
    private final class Chunk {

        private final Placement placement;
        private final Mailing mailing;
        private final Map<RepId, Delivery> rows;
        private final Instant now;
        private final RepRound round;
        private final Map<String, Mailbox> heldMailboxes = mailboxes.held();
        private final MailSystemAnswers answers = new MailSystemAnswers();

        Chunk(Placement placement, Mailing mailing, Map<RepId, Delivery> rows, Instant now) {
            this.placement = placement;
            this.mailing = mailing;
            this.rows = rows;
            this.round = rounds.read(placement, mailing, rows.keySet(), now);
            this.now = now;
        }

        /// Sends the first email alone if the mail system did not accept it before: during an
        /// outage, or while a day's quota is used up, one email a minute is tried, not several.
        List<Result> send(List<RepId> reps) {
            int alone = wasPutOff(reps.getFirst()) ? 1 : 0;
            List<Result> results = new ArrayList<>();
            reps.subList(0, alone).forEach(rep -> results.add(send(rep)));
            results.addAll(
                    Concurrently.map(reps.subList(alone, reps.size()), MAILS_AT_ONCE, this::send));
            return results;
        }

        private boolean wasPutOff(RepId rep) {
            return Optional.ofNullable(rows.get(rep))
                    .filter(row -> row.state() == DeliveryState.PLANNED && row.attempt() > 0)
                    .isPresent();
        }

        private boolean isLate() {
            return clock.instant().isAfter(now.plus(ENOUGH));
        }

        Result send(RepId recipient) {
            if (answers.isHeld() || isLate()) {
                return Result.LATER;
            }
            Optional<Delivery> row = Optional.ofNullable(rows.get(recipient));
            if (row.isEmpty()) {
                return Result.NOT_OURS;
            }
            @Nullable Rep rep = round.find(recipient).orElse(null);
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
            if (!awaitTurn()) {
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
        private boolean awaitTurn() {
            try {
                return pace.await(now.plus(ENOUGH)) && !isLate();
            } catch (Pace.NoAnswer down) {
                answers.held();
                return false;
            }
        }

        /// The rep with the second address, if that one works and the rep wants our emails. For a
        /// ping, the second address gets a ledger row of its own, so nothing changes here.
        private Rep atSecondAddress(Rep rep, Mailbox first) {
            return mailing.mail() == RepMail.PING
                    ? rep
                    : rep.atWorkingSecondAddress(first, heldMailboxes).orElse(rep);
        }

        /// Sends nothing to an address on hold; the second one is tried instead (R1.12).
        private Result withhold(Delivery row, Mailbox mailbox) {
            Delivery withheld = row.withheld(mailbox.whyHeld(), clock.instant());
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

        private void note(Result result, DeliveryId mail) {
            switch (result) {
                case SENT, UNKNOWN -> answers.accepted();
                case LATER -> {
                    answers.held();
                    ledger.find(mail)
                            .filter(row -> row.state() == DeliveryState.PLANNED)
                            .map(Delivery::reason)
                            .ifPresent(answers::nothingAccepted);
                }
                case REFUSED ->
                        answers.refused(ledger.find(mail).map(Delivery::reason).orElse("refused"));
                case NOT_OURS -> {}
            }
        }

        /// Plans an email again that was refused together with all the others.
        ///
        /// @return false if that is not possible, because the row was changed in the meantime
        boolean planAgain(RepId rep, String why) {
            Optional<Delivery> row = ledger.find(Objects.requireNonNull(rows.get(rep)).id());
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
    }
}
