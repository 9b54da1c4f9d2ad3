package app.prtosales.distribution;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.OutgoingMail;
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
    private final MailWriter mails;
    private final Pace pace;
    private final InstantSource clock;

    public SendPings(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            Pace pace,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
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

    /// What all pings of a chunk have in common.
    private final class Chunk {

        private final Placement placement;
        private final Map<String, Delivery> rows;
        private final Instant now;
        private final Roster roster = directory.roster();
        private final List<TargetAccount> accounts = directory.accounts();
        private final Agreement agreement = directory.agreement();
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
                return Result.NOT_OURS;
            }
            pace.await();
            Result result = sendOne.send(row.get(), placement.version(), () -> mail(rep.get()));
            if (result == Result.LATER) {
                held.set(true);
            }
            return result;
        }

        private OutgoingMail mail(Rep rep) {
            List<TargetAccount> own =
                    accounts.stream()
                            .filter(account -> rep.id().equals(account.rep()))
                            .filter(TargetAccount::target)
                            .filter(account ->
                                    placement.note().segments().contains(account.segment()))
                            .toList();
            return mails.ping(placement, rep, own, agreement, now);
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
