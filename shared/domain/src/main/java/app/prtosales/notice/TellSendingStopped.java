package app.prtosales.notice;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import java.time.InstantSource;

/// Tells ops, once for each stop, that no mail goes out to reps, why, and how to go on.
public final class TellSendingStopped {

    private final GuardSending guard;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public TellSendingStopped(
            GuardSending guard,
            Directory directory,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.guard = guard;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    public void tell() {
        Agreement agreement = directory.agreement();
        String ops = agreement.ops();
        if (ops != null) {
            guard.stop().ifPresent(stop -> tell(stop, agreement, ops));
        }
    }

    private void tell(Stop stop, Agreement agreement, String ops) {
        DeliveryId id =
                new DeliveryId(
                        "sending", Person.idOf(ops), MailKind.SENDING_STOPPED, stop.number());
        Result told =
                sendOne.planAndSend(
                        id, () -> mails.sendingStopped(id, stop, agreement, ops, clock.instant()));
        told.lookAgainAfter().ifPresent(after -> queue.errand(new Errand.SendingStopped(), after));
    }
}
