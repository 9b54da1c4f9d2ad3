package app.prtosales.tick;

import app.prtosales.mailing.Errand;
import app.prtosales.notice.CheckQuota;
import app.prtosales.notice.HandleUndelivered;
import app.prtosales.notice.LateAudit;
import app.prtosales.notice.TellItemsAside;
import app.prtosales.notice.TellOfWrongRecord;
import app.prtosales.notice.TellSendingStopped;
import app.prtosales.notice.WarnBeforeDeadline;
import app.prtosales.ping.CatchUpJoiners;
import app.prtosales.ping.RemindOfKit;
import app.prtosales.ping.TellNobodyLeft;
import app.prtosales.renewal.MailNewLink;
import app.prtosales.sequence.AskAfterNewRules;
import app.prtosales.sequence.SequenceTasks;
import app.prtosales.testping.SendTestPing;

/// Carries out an errand from the queue.
public final class RunErrand {

    private final HandleUndelivered handleUndelivered;
    private final WarnBeforeDeadline warnBeforeDeadline;
    private final CatchUpJoiners catchUpJoiners;
    private final CheckQuota checkQuota;
    private final TellSendingStopped tellSendingStopped;
    private final TellItemsAside tellItemsAside;
    private final LateAudit lateAudit;
    private final SequenceTasks sequenceTasks;
    private final RemindOfKit remindOfKit;
    private final TellOfWrongRecord tellOfWrongRecord;
    private final MailNewLink mailNewLink;
    private final SendTestPing sendTestPing;
    private final TellNobodyLeft tellNobodyLeft;
    private final AskAfterNewRules askAfterNewRules;

    public RunErrand(
            HandleUndelivered handleUndelivered,
            WarnBeforeDeadline warnBeforeDeadline,
            CatchUpJoiners catchUpJoiners,
            CheckQuota checkQuota,
            TellSendingStopped tellSendingStopped,
            TellItemsAside tellItemsAside,
            LateAudit lateAudit,
            SequenceTasks sequenceTasks,
            RemindOfKit remindOfKit,
            TellOfWrongRecord tellOfWrongRecord,
            MailNewLink mailNewLink,
            SendTestPing sendTestPing,
            TellNobodyLeft tellNobodyLeft,
            AskAfterNewRules askAfterNewRules) {
        this.handleUndelivered = handleUndelivered;
        this.warnBeforeDeadline = warnBeforeDeadline;
        this.catchUpJoiners = catchUpJoiners;
        this.checkQuota = checkQuota;
        this.tellSendingStopped = tellSendingStopped;
        this.tellItemsAside = tellItemsAside;
        this.lateAudit = lateAudit;
        this.sequenceTasks = sequenceTasks;
        this.remindOfKit = remindOfKit;
        this.tellOfWrongRecord = tellOfWrongRecord;
        this.mailNewLink = mailNewLink;
        this.sendTestPing = sendTestPing;
        this.tellNobodyLeft = tellNobodyLeft;
        this.askAfterNewRules = askAfterNewRules;
    }

    public void run(Errand errand) {
        switch (errand) {
            case Errand.Undelivered(var mail) -> handleUndelivered.follow(mail);
            case Errand.SecondAddress(var mail) -> handleUndelivered.trySecondAddress(mail);
            case Errand.HeldAddresses(var placement) ->
                    handleUndelivered.tellHeldAddresses(placement);
            case Errand.Warn(var placement) -> {
                catchUpJoiners.catchUp();
                warnBeforeDeadline.warn(placement);
            }
            case Errand.CheckQuota(var placement) -> checkQuota.check(placement);
            case Errand.SendingStopped() -> tellSendingStopped.tell();
            case Errand.ItemsAside() -> tellItemsAside.tell();
            case Errand.AuditLate() -> lateAudit.tell();
            case Errand.AskOwners(var placement) -> sequenceTasks.ask(placement);
            case Errand.RemindOfKit(var placement) -> remindOfKit.remind(placement);
            case Errand.FixRecord(var placement, var rep, var number) ->
                    tellOfWrongRecord.tell(placement, rep, number);
            case Errand.NewLink asked -> mailNewLink.mail(asked);
            case Errand.TestPing(var mail) -> sendTestPing.send(mail);
            case Errand.RosterChanged() -> catchUpJoiners.catchUp();
            case Errand.RulesChanged() -> askAfterNewRules.ask();
            case Errand.NobodyLeft(var placement) -> tellNobodyLeft.tell(placement);
        }
    }
}
