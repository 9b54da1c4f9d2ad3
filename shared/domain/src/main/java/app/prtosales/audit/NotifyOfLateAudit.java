package app.prtosales.audit;

import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.notice.LateAudit;
import org.jspecify.annotations.Nullable;

/// Tells ops by email, once per week, that the weekly email has not gone out (R4.7).
public final class NotifyOfLateAudit implements LateAudit {

    private final WatchAudit watch;
    private final Directory directory;
    private final SendOne sendOne;
    private final AuditMailWriter mails;

    public NotifyOfLateAudit(
            WatchAudit watch, Directory directory, SendOne sendOne, AuditMailWriter mails) {
        this.watch = watch;
        this.directory = directory;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// Does nothing if the email has gone out in the meantime.
    @Override
    public void tell() {
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        if (ops != null) {
            watch.late(agreement).ifPresent(week -> tell(week, agreement, ops));
        }
    }

    private void tell(AuditWeek week, Agreement agreement, String ops) {
        AuditMail request =
                new AuditMail.Late(week, RunWeeklyAudit.mailedAt(week, agreement), agreement, ops);
        sendOne.planAndSend(request.id(), () -> mails.write(request));
    }
}
