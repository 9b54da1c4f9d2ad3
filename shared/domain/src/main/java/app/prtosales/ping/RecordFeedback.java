package app.prtosales.ping;

import app.prtosales.delivery.Audience;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.SesEvent;
import app.prtosales.delivery.Stop;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.Optional;

/// Takes what SES reports into the ledger, and into a verdict that is recorded already. The same
/// event twice, late, or before its elders leaves the same row (I3).
public final class RecordFeedback {

    private static final int TRIES = 8;

    private final Ledger ledger;
    private final HoldMailbox mailboxes;
    private final PingQueue queue;
    private final JudgePlacement judge;
    private final GuardSending guard;

    public RecordFeedback(
            Ledger ledger,
            HoldMailbox mailboxes,
            PingQueue queue,
            JudgePlacement judge,
            GuardSending guard) {
        this.ledger = ledger;
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.judge = judge;
        this.guard = guard;
    }

    /// What came of an event.
    public enum Outcome {
        RECORDED,
        /// It told nothing new.
        KNOWN,
        /// A mail to ops itself did not arrive: nobody can be told by mail.
        OPS_NOT_REACHED
    }

    /// A mail without a row went out, and the table was then restored to a time before: its row is
    /// made again, so that nobody is mailed twice. SES reports the mails of our configuration set
    /// only.
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

    /// Also when the event was known: a first attempt may have stopped between the writes. That a
    /// mail was sent or put off says nothing of who was reached.
    private Outcome follow(Delivery row, SesEvent event, Outcome outcome) {
        DeliveryId id = row.id();
        if (event instanceof SesEvent.Sent || event instanceof SesEvent.Delayed) {
            return outcome;
        }
        hold(event);
        if (stopAfter(id, event).isPresent()) {
            queue.errand(new Errand.SendingStopped(), Duration.ZERO);
        }
        if (id.kind().isPing()) {
            judge.restate(new PlacementId(id.subject()));
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

    /// Nothing more goes to an address that is dead, that SES mails no longer, or whose owner
    /// complained. A bounce that SES does not call permanent holds nothing.
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

    /// What SES suppressed by itself counts neither as a bounce nor as a complaint: SES leaves it
    /// out of its rates, too.
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
