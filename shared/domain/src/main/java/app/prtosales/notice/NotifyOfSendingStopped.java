package app.prtosales.notice;

import app.prtosales.delivery.GuardSending;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import org.jspecify.annotations.Nullable;

/// Tells ops, once per stop, that sending to reps has stopped, why, and how to resume it. A stop
/// made by hand needs no notice.
public final class NotifyOfSendingStopped {

    private final GuardSending guard;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;

    public NotifyOfSendingStopped(
            GuardSending guard,
            Directory directory,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails) {
        this.guard = guard;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    public void tell() {
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        if (ops != null) {
            guard.stop()
                    .filter(stop -> !stop.isByHand())
                    .ifPresent(stop -> tell(stop, agreement, ops));
        }
    }

    private void tell(Stop stop, Agreement agreement, String ops) {
        MailRequest request = new MailRequest.SendingStopped(stop, agreement, ops);
        Result result = sendOne.planAndSend(request.id(), () -> mails.write(request));
        result.lookAgainAfter()
                .ifPresent(after -> queue.errand(new Errand.SendingStopped(), after));
    }
}
