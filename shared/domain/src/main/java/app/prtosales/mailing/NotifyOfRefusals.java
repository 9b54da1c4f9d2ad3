package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Refusals;
import java.time.Duration;

/// Makes sure that somebody learns of an email that the mail system did not accept: ops gets the
/// same email as for a bounce (R1.12). If the email was to ops itself, or if nothing is accepted
/// from us, no email can report that, so an alarm has to (I13).
public final class NotifyOfRefusals implements Refusals {

    private final Ledger ledger;
    private final PingQueue queue;
    private final Alarm alarm;

    public NotifyOfRefusals(Ledger ledger, PingQueue queue, Alarm alarm) {
        this.ledger = ledger;
        this.queue = queue;
        this.alarm = alarm;
    }

    /// Notifies people in a way other than email.
    @FunctionalInterface
    public interface Alarm {

        /// @param why the reason, without an address
        void ring(DeliveryId mail, String why);
    }

    @Override
    public void refused(DeliveryId mail, String why) {
        if (!mail.kind().audience().isReportedToOps()) {
            alarm.ring(mail, why);
        } else if (!isToldAlready(mail)) {
            queue.errand(new Errand.Undelivered(mail), Duration.ZERO);
        }
    }

    /// A notice that is not out yet has a message of its own in the queue.
    private boolean isToldAlready(DeliveryId mail) {
        return mail.notice().flatMap(ledger::find).isPresent();
    }

    @Override
    public void barred(DeliveryId mail, String why) {
        alarm.ring(mail, why);
    }
}
