package app.prtosales.distribution;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.placement.PlacementId;
import java.util.Optional;

/// Takes what SES reports into the ledger, and into a verdict that is recorded already. The same
/// event twice, late, or before its elders leaves the same row (I3).
public final class RecordFeedback {

    private static final int TRIES = 8;

    private final Ledger ledger;
    private final JudgePlacement judge;

    public RecordFeedback(Ledger ledger, JudgePlacement judge) {
        this.ledger = ledger;
        this.judge = judge;
    }

    /// What came of an event.
    public enum Outcome {
        RECORDED,
        /// It told nothing new.
        KNOWN,
        /// No mail of ours has this id.
        NOT_OURS
    }

    public Outcome record(DeliveryId id, SesEvent event) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Delivery> row = ledger.find(id);
            if (row.isEmpty()) {
                return Outcome.NOT_OURS;
            }
            Delivery after = row.get().with(event);
            if (after.version() == row.get().version()) {
                restate(id, event);
                return Outcome.KNOWN;
            }
            if (ledger.replace(row.get(), after)) {
                restate(id, event);
                return Outcome.RECORDED;
            }
        }
        throw new IllegalStateException("ledger row %s keeps changing".formatted(id));
    }

    /// Also when the event was known: a first attempt may have stopped between the two writes. That
    /// a mail was sent or put off says nothing of who was reached.
    private void restate(DeliveryId id, SesEvent event) {
        boolean tells = !(event instanceof SesEvent.Sent || event instanceof SesEvent.Delayed);
        if (id.kind() == MailKind.PING && tells) {
            judge.restate(new PlacementId(id.subject()));
        }
    }
}
