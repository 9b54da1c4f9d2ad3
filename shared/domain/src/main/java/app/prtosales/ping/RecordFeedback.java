package app.prtosales.ping;

import app.prtosales.delivery.Audience;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Directory;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Copy;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Records SES's events in the ledger, and in the verdict if there is one. Events that arrive
/// twice, late or out of order lead to the same row (I3).
public final class RecordFeedback {

    private static final int TRIES = 8;

    private final Ledger ledger;
    private final HoldMailbox mailboxes;
    private final PingQueue queue;
    private final JudgePlacement judge;
    private final GuardSending guard;
    private final Placements placements;
    private final StoryReaders storyReaders;
    private final InstantSource clock;

    public RecordFeedback(
            Ledger ledger,
            HoldMailbox mailboxes,
            PingQueue queue,
            JudgePlacement judge,
            GuardSending guard,
            Placements placements,
            Directory directory,
            InstantSource clock) {
        this.ledger = ledger;
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.judge = judge;
        this.guard = guard;
        this.placements = placements;
        this.storyReaders = new StoryReaders(ledger, directory);
        this.clock = clock;
    }

    /// The result of recording an event.
    public enum Outcome {
        RECORDED,
        /// The event contained nothing new.
        KNOWN,
        /// An email to ops itself did not arrive, so ops cannot be notified by email.
        OPS_NOT_REACHED
    }

    /// If the table was restored to a time before an email was planned, the email has no row. The
    /// row is created again, so that nobody is emailed twice. SES only reports emails sent with our
    /// configuration set.
    public Outcome record(DeliveryId id, SesEvent event) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Delivery> row = ledger.find(id);
            if (row.isEmpty()) {
                ledger.add(Delivery.planned(id, event.at()));
                continue;
            }
            Delivery before = row.get();
            Delivery after = before.with(event);
            boolean known = after.version() == before.version();
            if (known || ledger.replace(before, after)) {
                Outcome outcome = known ? Outcome.KNOWN : Outcome.RECORDED;
                return isRoutine(before, event, known) ? outcome : follow(after, event, outcome);
            }
        }
        throw new IllegalStateException("ledger row %s keeps changing".formatted(id));
    }

    /// Whether a new event needs no follow-up: SES is still trying, and the row says already that
    /// it accepted the email. An event needs one if it proves that an email with a lost answer was
    /// sent, or that SES accepted it in an earlier second than the row says, because a deadline may
    /// lie between the two: the cause of a missed deadline depends on that (R1.8). So does a known
    /// event, because the processing of the first one may have stopped halfway.
    private static boolean isRoutine(Delivery before, SesEvent event, boolean known) {
        Instant accepted = before.acceptedAt();
        return !known
                && isOnTheWay(event)
                && before.state() == DeliveryState.ACCEPTED
                && accepted != null
                && !secondBefore(event.at()).isBefore(secondBefore(accepted));
    }

    /// The last whole second before an instant: an email sent at its deadline is still in time.
    private static Instant secondBefore(Instant at) {
        return at.minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }

    /// Whether SES is still trying to deliver the email.
    private static boolean isOnTheWay(SesEvent event) {
        return event instanceof SesEvent.Sent || event instanceof SesEvent.Delayed;
    }

    /// Also done for a known event, because an earlier attempt may have stopped between the writes.
    private Outcome follow(Delivery row, SesEvent event, Outcome outcome) {
        DeliveryId id = row.id();
        hold(event);
        if (stopAfter(id, event).isPresent()) {
            queue.errand(new Errand.SendingStopped(), Duration.ZERO);
        }
        restated(id).ifPresent(about -> tellAgain(about, row));
        if (isOnTheWay(event) || !row.state().hasFailed()) {
            return outcome;
        }
        if (!id.kind().audience().isReportedToOps()) {
            return Outcome.OPS_NOT_REACHED;
        }
        queue.errand(new Errand.Undelivered(id), Duration.ZERO);
        return outcome;
    }

    /// The placement that a ping or a reminder of the kit is about, as it was read before its
    /// verdict was brought up to date; empty for other emails.
    private Optional<Placement> restated(DeliveryId id) {
        if (id.kind().isPing()) {
            return judge.restate(new PlacementId(id.subject()));
        }
        return id.kind() == MailKind.DISTRIBUTOR_PING || id.kind() == MailKind.KIT_REMINDER
                ? placements.find(new PlacementId(id.subject()))
                : Optional.empty();
    }

    /// Makes the changes pending again that the reader missed because their email counted as not
    /// sent until an event about it arrived.
    private void tellAgain(Placement about, Delivery email) {
        if (!email.isSentAndNotBounced()) {
            return;
        }
        Optional<PlacementId> original = about.changes().copyOf();
        Optional<Placement> story =
                original.isEmpty() ? Optional.of(about) : placements.find(original.get());
        for (int i = 0; i < TRIES; i++) {
            if (story.isEmpty()) {
                return;
            }
            List<PendingChange> missed = missed(story.get(), email);
            if (missed.isEmpty()
                    || placements.replace(story.get().missed(missed, clock.instant()), List.of())) {
                return;
            }
            story = placements.find(story.get().id());
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(about.id()));
    }

    /// The changes since the email was written that are not pending anymore, although a reader
    /// still has to be told about them. Once all readers are told, no event brings a change back.
    private List<PendingChange> missed(Placement story, Delivery email) {
        List<PendingChange> over =
                sinceWritten(story, email).stream()
                        .filter(change ->
                                story.changes().pending().stream().noneMatch(change::isOf))
                        .toList();
        if (over.isEmpty()) {
            return List.of();
        }
        List<Delivery> rows = ledger.about(story.id().value());
        return over.stream().filter(change -> storyReaders.isMissed(story, rows, change)).toList();
    }

    /// The changes since the email was written; for an email about a copy, those since the first
    /// copy was attached. [StoryReaders] leaves out copies attached after a change.
    private static List<PendingChange> sinceWritten(Placement story, Delivery email) {
        return story.id().value().equals(email.id().subject())
                ? story.changesAfter(email.placementVersion())
                : story.changes().copies().stream()
                        .map(Copy::attachedAt)
                        .min(Comparator.naturalOrder())
                        .map(story::changesSince)
                        .orElse(List.of());
    }

    /// Puts an address on hold if it bounced permanently, if SES suppresses it, or if its owner
    /// complained. Bounces that SES does not call permanent hold nothing.
    private void hold(SesEvent event) {
        switch (event) {
            case SesEvent.Bounced bounced when bounced.permanent() && bounced.mailbox() != null ->
                    mailboxes.bounced(bounced.mailbox(), bounced.at(), bounced.reason());
            case SesEvent.Suppressed unsent when unsent.mailbox() != null ->
                    mailboxes.bounced(unsent.mailbox(), unsent.at(), unsent.reason());
            case SesEvent.Complained complained when complained.mailbox() != null ->
                    mailboxes.complained(complained.mailbox(), complained.at());
            default -> {}
        }
    }

    /// Emails suppressed by SES count as neither bounces nor complaints: SES leaves them out of its
    /// own rates, too.
    private Optional<Stop> stopAfter(DeliveryId id, SesEvent event) {
        if (id.kind().audience() != Audience.REP) {
            return Optional.empty();
        }
        return switch (event) {
            case SesEvent.Bounced bounced when bounced.permanent() ->
                    guard.bounced(id, bounced.at());
            case SesEvent.Complained complained -> guard.complained(id, complained.at());
            default -> Optional.empty();
        };
    }
}
