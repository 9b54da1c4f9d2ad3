package app.prtosales.change;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.mailing.RepMail;
import app.prtosales.ping.Dispatch;
import app.prtosales.ping.GreenPings;
import app.prtosales.ping.MissedChanges;
import app.prtosales.ping.StoryReaders;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Responses;
import app.prtosales.sequence.Reminders;
import app.prtosales.sequence.SequenceRemovals;
import app.prtosales.sequence.SequenceRemovals.Cause;
import app.prtosales.sequence.SequenceTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Sends the emails required by a placement's changes (R1.12, R2.1, R5.3, R5.5, R5.6): it plans a
/// ledger row for each, queues what has to be sent, and removes a change from the placement once
/// its last email is out or cannot be sent. It works from the ledger rather than from events, so it
/// may run at any time and any number of times.
public final class NotifyOfChanges {

    private static final int TRIES = 5;
    private static final int WRITES_AT_ONCE = 16;

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final PingQueue queue;
    private final SequenceTasks tasks;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;
    private final SequenceRemovals removals;
    private final SequenceCorrections corrections;
    private final ChampionsToTell championsToTell;
    private final StoryReaders storyReaders;
    private final MissedChanges missed;

    public NotifyOfChanges(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Responses responses,
            HoldMailbox mailboxes,
            PingQueue queue,
            SequenceTasks tasks,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.queue = queue;
        this.tasks = tasks;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
        this.storyReaders = new StoryReaders(ledger, directory);
        this.missed = new MissedChanges(ledger, directory, mailboxes, clock);
        this.removals = new SequenceRemovals(ledger, directory, responses, sendOne, mails, clock);
        this.corrections = new SequenceCorrections(directory, responses, sendOne, mails);
        this.championsToTell = new ChampionsToTell(directory, responses, sendOne, mails);
    }

    /// The number of changes that have all their emails out, and the number still waiting for some.
    public record Outcome(int done, int waiting) {}

    public Outcome followUp(PlacementId id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            if (found.isEmpty()) {
                return new Outcome(0, 0);
            }
            Placement placement = found.get();
            List<PendingChange> due = placement.dueChanges();
            if (due.isEmpty()) {
                return new Outcome(0, placement.changes().pending().size());
            }
            Round round = new Round(placement, clock.instant());
            List<PendingChange> done = new ArrayList<>();
            for (PendingChange change : due) {
                if (round.send(change)) {
                    done.add(change);
                }
            }
            Placement after = placement.followedUp(done, round.next(), round.remindAt());
            if (placements.replace(after, List.of())) {
                return new Outcome(done.size(), after.changes().pending().size());
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    /// One pass over a placement and its ledger rows.
    private final class Round {

        private final Placement placement;
        private final Instant now;
        private final Map<DeliveryId, Delivery> rows = new HashMap<>();
        private int queued;
        private boolean asksOwners;

        Round(Placement placement, Instant now) {
            this.placement = placement;
            this.now = now;
            ledger.about(placement.id().value()).forEach(row -> rows.put(row.id(), settled(row)));
            placement.changes().mergedCopies().stream()
                    .flatMap(copy -> ledger.about(copy.value()).stream())
                    .filter(StoryReaders::isPing)
                    .forEach(row -> ledger.settle(row, now));
        }

        /// A distributor's ping and a reminder of the kit are settled here, because nothing else
        /// does so once the story may not be sent anymore; and so are the pings of merged copies,
        /// because nothing is sent about those anymore.
        private Delivery settled(Delivery row) {
            return switch (row.id().kind()) {
                case DISTRIBUTOR_PING, KIT_REMINDER -> ledger.settle(row, now);
                default -> row;
            };
        }

        Instant next() {
            return Dispatch.sendsEndAt(now, queued);
        }

        /// When to check on owners who were asked to add the placement or take it out; null if none
        /// were asked.
        @Nullable Instant remindAt() {
            return asksOwners ? now.plus(Reminders.ASK_AGAIN) : null;
        }

        /// Plans and sends the emails of a change that are still missing.
        ///
        /// @return whether the last of them is out or cannot be sent
        boolean send(PendingChange followUp) {
            if (followUp.late()) {
                return notifyOfChange(followUp);
            }
            return switch (followUp.kind()) {
                case TURN -> turn(followUp);
                case CORRECTION -> correction(followUp);
                case RETRACTION -> retraction(followUp);
                case RESEND -> resend(followUp);
                case STILL_TRUE -> stillTrue(followUp);
                case EXPIRY -> expiry(followUp);
                case RENEWAL -> renewal();
                case FOLDED -> askToTakeOut(Cause.of(placement, now));
                case CHOICE -> choice();
            };
        }

        private boolean turn(PendingChange followUp) {
            boolean notified = isToldByCorrection(followUp) || notifyOfChange(followUp);
            if (placement.forwardability() != Forwardability.GREEN) {
                return askToTakeOut(Cause.of(placement, now)) && notified;
            }
            boolean opened = areOut(tasks.opened(placement));
            return sendToDistributors(rep -> true, ledger::planAgain) && opened && notified;
        }

        /// Only for those whose ping was planned while the story was Green, because others became
        /// distributors afterward, and not for those who got it as a copy, unless the story turned
        /// Green after that: then the ping tells them so.
        private boolean renewal() {
            if (placement.forwardability() != Forwardability.GREEN) {
                return true;
            }
            Set<RepId> planned = planned();
            Roster roster = directory.roster();
            Set<RepId> readers =
                    placement.changes().isGreenSinceItsCopies()
                            ? Set.of()
                            : storyReaders.readersOfCopies(placement, roster);
            return sendToDistributors(
                    rep -> planned.contains(rep) && !readers.contains(roster.presentId(rep)),
                    row -> ledger.planAgain(row, Mailing.NOT_GREEN));
        }

        /// Asks the owner of the chosen sequence, and any other owners who were not asked yet.
        private boolean choice() {
            List<DeliveryId> opened = tasks.opened(placement);
            asksOwners |= !opened.isEmpty();
            return areOut(opened);
        }

        private boolean correction(PendingChange followUp) {
            boolean notified = notifyOfChange(followUp);
            return areOut(corrections.send(placement, followUp, rows, now)) && notified;
        }

        /// The distributors who have a ping, under the ids that it is planned for.
        private Set<RepId> planned() {
            return Mailing.DISTRIBUTOR_PINGS.reps(rows.keySet());
        }

        /// Plans and sends the ping of a Green story. After the end of its shelf life, what is
        /// planned gets canceled, and is planned again once the shelf life is renewed.
        private boolean sendToDistributors(
                Predicate<RepId> isMeant, UnaryOperator<Delivery> planAgain) {
            if (!placement.isOut()) {
                return true;
            }
            GreenPings pings = storyReaders.greenPings(placement, rows.values());
            List<RepId> distributors = pings.recipients().stream().filter(isMeant).toList();
            if (!placement.isExpiredAt(now)) {
                for (RepId distributor : distributors) {
                    rows.computeIfPresent(
                            Mailing.DISTRIBUTOR_PINGS.to(placement.id(), distributor),
                            (id, row) -> planAgain.apply(row));
                }
            }
            return mail(Mailing.DISTRIBUTOR_PINGS, distributors) && pings.areFinal();
        }

        private boolean retraction(PendingChange followUp) {
            boolean notified = notifyOfChange(followUp);
            List<DeliveryId> toTell = championsToTell.send(placement, followUp).stream().toList();
            return askToTakeOut(Cause.of(placement, now)) && areOut(toTell) && notified;
        }

        /// Not sent if the shelf life was renewed in the meantime or has already ended.
        private boolean stillTrue(PendingChange followUp) {
            Agreement agreement = directory.agreement();
            Optional<String> owner = agreement.actingPrOwner();
            if (isRenewedSince(followUp) || placement.isExpiredAt(now) || owner.isEmpty()) {
                return true;
            }
            DeliveryId id =
                    new DeliveryId(
                            placement.id().value(),
                            Person.idOf(owner.get()),
                            MailKind.STILL_TRUE,
                            followUp.number());
            sendOne.planAndSend(
                    id,
                    () ->
                            mails.write(
                                    new MailRequest.StillTrue(
                                            id, placement, inSequences(), agreement, owner.get())));
            return areOut(List.of(id));
        }

        private boolean expiry(PendingChange followUp) {
            return isRenewedSince(followUp)
                    || !placement.isExpiredAt(now)
                    || askToTakeOut(Cause.of(placement, now));
        }

        /// Asks the owner of each sequence that contains the placement to take it out.
        ///
        /// @return whether all of these emails are out
        private boolean askToTakeOut(Optional<Cause> cause) {
            if (cause.isEmpty()) {
                return true;
            }
            List<DeliveryId> ids = removals.ask(placement, cause.get());
            asksOwners |= !ids.isEmpty();
            return areOut(ids);
        }

        private boolean isRenewedSince(PendingChange followUp) {
            return placement.shelfLife() > followUp.number();
        }

        /// The names of the sequences that contain the placement.
        private List<String> inSequences() {
            Map<SequenceId, Sequence> sequences = directory.sequences();
            return responses.standing(placement).stream()
                    .filter(InSequence.class::isInstance)
                    .map(InSequence.class::cast)
                    .filter(response -> response.outdatedBy(placement).isEmpty())
                    .map(response -> sequences.get(response.sequence()))
                    .filter(Objects::nonNull)
                    .map(Sequence::name)
                    .distinct()
                    .toList();
        }

        private boolean isToldByCorrection(PendingChange turn) {
            return placement
                    .changes()
                    .isToldByCorrection(placement.changes().turns().get(turn.number() - 1));
        }

        /// Notifies exactly those who were told about the placement before the change, and again
        /// those who could not be emailed then.
        private boolean notifyOfChange(PendingChange followUp) {
            StoryReaders.Readers readers = storyReaders.before(placement, rows.values(), followUp);
            if (!readers.areFinal()) {
                // In case their message was lost: each is sent, or canceled if the story isn't
                // Green.
                queue(Mailing.DISTRIBUTOR_PINGS, rows.values());
            }
            Mailing about = Mailing.about(followUp);
            boolean out = mail(about, readers.reps()) && readers.areFinal();
            for (var round : missed.toRepeat(placement, rows.values()).entrySet()) {
                if (round.getKey().isRepeatOf(about)) {
                    out &= mail(round.getKey(), round.getValue());
                }
            }
            return out;
        }

        /// Sends the ping again to those on the team whom no earlier ping reached or may reach.
        private boolean resend(PendingChange followUp) {
            Mailing again = new Mailing(RepMail.PING, followUp.number() + 1);
            LostPings lost = new LostPings(rows.values(), now);
            List<RepId> reps =
                    Dispatch.team(directory.roster(), placement).stream()
                            .filter(rep ->
                                    rows.containsKey(again.to(placement.id(), rep))
                                            || lost.areAllOf(rep))
                            .toList();
            return mail(again, reps);
        }

        /// Plans missing emails and queues those that are waiting.
        ///
        /// @return whether none of them is still open
        private boolean mail(Mailing mailing, List<RepId> reps) {
            List<Delivery> of =
                    Concurrently.map(
                            reps, WRITES_AT_ONCE, rep -> row(mailing.to(placement.id(), rep)));
            queue(mailing, of);
            return of.stream().noneMatch(row -> row.state().isOpen());
        }

        /// Queues those emails of a mailing that wait.
        private void queue(Mailing mailing, Collection<Delivery> emails) {
            List<RepId> waiting =
                    emails.stream()
                            .filter(row -> row.state() == DeliveryState.PLANNED)
                            .map(Delivery::id)
                            .filter(id -> Mailing.of(id).filter(mailing::equals).isPresent())
                            .map(DeliveryId::rep)
                            .toList();
            queued += waiting.size();
            queue.send(placement.id(), mailing, PingQueue.chunks(waiting), Duration.ZERO);
        }

        private Delivery row(DeliveryId id) {
            Delivery known = rows.get(id);
            if (known != null) {
                return ledger.settle(known, now);
            }
            Delivery planned = Delivery.planned(id, now);
            return ledger.add(planned) ? planned : ledger.find(id).orElseThrow();
        }

        private boolean areOut(List<DeliveryId> ids) {
            return ids.stream()
                    .map(ledger::find)
                    .flatMap(Optional::stream)
                    .noneMatch(row -> row.state().isOpen());
        }
    }
}
