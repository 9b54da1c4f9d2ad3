package app.prtosales.ping;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.sequence.SequenceTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Plans a placement's pings and queues them in chunks: exactly one ledger row for each active rep
/// (R1.1), regardless of segments (R1.5).
public final class PlanPings {

    private static final int TRIES = 5;

    /// By then most pings have been tried, so ops gets one email about all addresses on hold.
    private static final Duration ONCE_TRIED = Duration.ofSeconds(20);

    private static final int WRITES_AT_ONCE = 16;

    /// How many pings are planned and queued at a time: memory use does not depend on the team's
    /// size, and a run after an interruption continues where the last one stopped.
    private static final int SLICE = 25 * PingQueue.CHUNK;

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final HoldMailbox mailboxes;
    private final JudgePlacement judge;
    private final SequenceTasks tasks;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final Dispatch dispatch;
    private final StoryReaders storyReaders;
    private final InstantSource clock;

    public PlanPings(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            HoldMailbox mailboxes,
            JudgePlacement judge,
            SequenceTasks tasks,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.mailboxes = mailboxes;
        this.judge = judge;
        this.tasks = tasks;
        this.sendOne = sendOne;
        this.mails = mails;
        this.dispatch = new Dispatch(placements, directory);
        this.storyReaders = new StoryReaders(ledger, directory);
        this.clock = clock;
    }

    /// The result of planning.
    public sealed interface Outcome {

        /// Every row is in the ledger and every chunk is queued.
        record Planned(int pings, int tasks) implements Outcome {}

        /// There is nobody to reach: the verdict is VOID, and ops gets a loud alarm (R1.10).
        record NobodyToReach() implements Outcome {}

        /// There is nothing to send, or not yet: a backfill, an embargo, or taken back.
        record NothingToSend() implements Outcome {}

        record NoSuchPlacement() implements Outcome {}
    }

    public Outcome plan(PlacementId id) {
        Instant now = clock.instant();
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            if (found.isEmpty()) {
                return new Outcome.NoSuchPlacement();
            }
            if (found.get().backfill() || !found.get().isPublicAt(now)) {
                return new Outcome.NothingToSend();
            }
            Optional<Placement> frozen = dispatch.freeze(found.get(), now);
            if (frozen.isPresent()) {
                return plan(frozen.get(), now);
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    private Outcome plan(Placement placement, Instant now) {
        Roster roster = directory.roster();
        List<RepId> team = Dispatch.team(roster, placement);
        if (team.isEmpty()) {
            return nobody(placement);
        }
        if (placement.dispatchedAt() != null && placement.dispatchedAt().equals(now)) {
            queue.errand(new Errand.CheckQuota(placement.id()), Duration.ZERO);
        }
        if (placement.forwardability() == Forwardability.GREEN) {
            plan(placement, Mailing.DISTRIBUTOR_PINGS, distributors(placement, roster, now), now);
        }
        plan(placement, Mailing.PINGS, team, now);
        if (!mailboxes.held().isEmpty()) {
            queue.errand(new Errand.HeldAddresses(placement.id()), ONCE_TRIED);
        }
        return new Outcome.Planned(team.size(), tasks.open(placement));
    }

    /// A distributor who has a new id keeps what was planned under the earlier one, and one who got
    /// the story as an employee does not get it again.
    private List<RepId> distributors(Placement placement, Roster roster, Instant now) {
        if (now.equals(placement.dispatchedAt())) {
            return roster.distributors();
        }
        return storyReaders
                .greenPings(placement, ledger.about(placement.id().value()))
                .recipients();
    }

    private void plan(Placement placement, Mailing mailing, List<RepId> to, Instant now) {
        boolean first = now.equals(placement.dispatchedAt());
        for (int from = 0; from < to.size(); from += SLICE) {
            List<RepId> slice = to.subList(from, Math.min(from + SLICE, to.size()));
            Set<RepId> planned = first ? Set.of() : planned(placement, mailing, slice);
            List<Delivery> missing =
                    slice.stream()
                            .filter(rep -> !planned.contains(rep))
                            .map(rep -> Delivery.planned(mailing.to(placement.id(), rep), now))
                            .toList();
            Concurrently.map(missing, WRITES_AT_ONCE, ledger::add);
            queue.send(placement.id(), mailing, PingQueue.chunks(slice), Duration.ZERO);
        }
    }

    /// The reps who already have a row. Reading all rows together is much cheaper than finding out
    /// by trying to add each one.
    private Set<RepId> planned(Placement placement, Mailing mailing, List<RepId> slice) {
        return ledger
                .between(
                        mailing.to(placement.id(), slice.getFirst()),
                        mailing.to(placement.id(), slice.getLast()))
                .stream()
                .map(row -> row.id().rep())
                .collect(Collectors.toSet());
    }

    private Outcome nobody(Placement placement) {
        if (placement.judgment() == null) {
            judge.judge(placement);
        }
        alarm(placement, directory.agreement())
                .ifPresent(alarm -> sendOne.planAndSend(alarm.id(), () -> mails.write(alarm)));
        return new Outcome.NobodyToReach();
    }

    /// The alarm to ops that there is nobody to reach; empty if the agreement names nobody.
    public static Optional<MailRequest> alarm(Placement placement, Agreement agreement) {
        return agreement
                .actingOps()
                .map(ops -> new MailRequest.NoActiveRep(placement, 0, agreement, ops));
    }
}
