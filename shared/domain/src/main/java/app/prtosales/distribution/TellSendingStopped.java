package app.prtosales.distribution;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import java.time.Duration;
import java.time.InstantSource;

/// Tells ops, once for each stop, that no mail goes out to reps, why, and how to go on.
public final class TellSendingStopped {

    private static final Duration LATER = Duration.ofMinutes(1);

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

    void tell() {
        String ops = directory.agreement().ops();
        if (ops != null) {
            guard.stop().ifPresent(stop -> tell(stop, ops));
        }
    }

    private void tell(Stop stop, String ops) {
        DeliveryId id =
                new DeliveryId(
                        "sending", Person.idOf(ops), MailKind.SENDING_STOPPED, stop.number());
        Result told =
                sendOne.planAndSend(
                        id,
                        () ->
                                mails.sendingStopped(
                                        id, stop, directory.agreement(), ops, clock.instant()));
        if (told == Result.LATER || told == Result.UNKNOWN) {
            queue.errand(
                    new Errand.SendingStopped(), told == Result.UNKNOWN ? Delivery.GRACE : LATER);
        }
    }
}
