package app.prtosales.ping;

import app.prtosales.delivery.Audience;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Delivery.Sending;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.delivery.Stop;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Status;
import java.time.Duration;
import java.time.InstantSource;
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
    private final InstantSource clock;

    public RecordFeedback(
            Ledger ledger,
            HoldMailbox mailboxes,
            PingQueue queue,
            JudgePlacement judge,
            GuardSending guard,
            Placements placements,
            InstantSource clock) {
        this.ledger = ledger;
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.judge = judge;
        this.guard = guard;
        this.placements = placements;
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
            Delivery after = row.get().with(event);
            if (after.version() == row.get().version()) {
                return follow(after, event, Outcome.KNOWN);
            }
            if (ledger.replace(row.get(), after)) {
                return follow(after, event, Outcome.RECORDED);
            }
        }
        throw new IllegalStateException("ledger row %s keeps changing".formatted(id));
    }

    /// Also done for a known event, because an earlier attempt may have stopped between the writes.
    /// Sent and Delayed events say nothing about who was reached.
    private Outcome follow(Delivery row, SesEvent event, Outcome outcome) {
        DeliveryId id = row.id();
        if (event instanceof SesEvent.Sent || event instanceof SesEvent.Delayed) {
            return outcome;
        }
        hold(event);
        if (stopAfter(id, event).isPresent()) {
            queue.errand(new Errand.SendingStopped(), Duration.ZERO);
        }
        if (restated(id).filter(about -> isRetractionMissed(about, row)).isPresent()) {
            tellAgain(row);
        }
        if (!row.state().hasFailed()) {
            return outcome;
        }
        if (!id.kind().audience().isMissed()) {
            return Outcome.OPS_NOT_REACHED;
        }
        queue.errand(new Errand.Undelivered(id), Duration.ZERO);
        return outcome;
    }

    /// The placement that a ping is about, as it was read before its verdict was brought up to
    /// date; empty for other emails.
    private Optional<Placement> restated(DeliveryId id) {
        if (id.kind().isPing()) {
            return judge.restate(new PlacementId(id.subject()));
        }
        return id.kind() == MailKind.DISTRIBUTOR_PING
                ? placements.find(new PlacementId(id.subject()))
                : Optional.empty();
    }

    private void tellAgain(Delivery ping) {
        PlacementId id = new PlacementId(ping.id().subject());
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> missed =
                    placements.find(id).filter(about -> isRetractionMissed(about, ping));
            if (missed.isEmpty()
                    || placements.replace(
                            missed.get().retractionMissed(clock.instant()), List.of())) {
                return;
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    /// Whether a rep got the ping of a retracted placement and no email about the retraction: no
    /// event had come in time, so the ping counted as not sent.
    private boolean isRetractionMissed(Placement placement, Delivery ping) {
        return placement.status() == Status.RETRACTED
                && ping.sending() == Sending.ACCEPTED
                && ping.state() != DeliveryState.BOUNCED
                && placement.changes().pending().isEmpty()
                && ledger.find(Mailing.RETRACTIONS.to(placement.id(), ping.id().rep())).isEmpty();
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
