package app.prtosales.tick;

import app.prtosales.mailing.Errand;
import app.prtosales.notice.CheckQuota;
import app.prtosales.notice.HandleUndelivered;
import app.prtosales.notice.LateAudit;
import app.prtosales.notice.NotifyOfItemsAside;
import app.prtosales.notice.NotifyOfSendingStopped;
import app.prtosales.notice.NotifyOfWrongRecord;
import app.prtosales.notice.WarnBeforeDeadline;
import app.prtosales.ping.CatchUpJoiners;
import app.prtosales.ping.NotifyOfNobodyLeft;
import app.prtosales.ping.RemindOfKit;
import app.prtosales.ping.RepeatMissedChanges;
import app.prtosales.renewal.MailNewLink;
import app.prtosales.sequence.AskAfterNewRules;
import app.prtosales.sequence.SequenceTasks;
import app.prtosales.testping.SendTestPing;

/// Carries out an errand from the queue.
public final class RunErrand {

    private final HandleUndelivered handleUndelivered;
    private final WarnBeforeDeadline warnBeforeDeadline;
    private final CatchUpJoiners catchUpJoiners;
    private final RepeatMissedChanges repeatMissedChanges;
    private final CheckQuota checkQuota;
    private final NotifyOfSendingStopped notifyOfSendingStopped;
    private final NotifyOfItemsAside notifyOfItemsAside;
    private final LateAudit lateAudit;
    private final SequenceTasks sequenceTasks;
    private final RemindOfKit remindOfKit;
    private final NotifyOfWrongRecord notifyOfWrongRecord;
    private final MailNewLink mailNewLink;
    private final SendTestPing sendTestPing;
    private final NotifyOfNobodyLeft notifyOfNobodyLeft;
    private final AskAfterNewRules askAfterNewRules;

    public RunErrand(
            HandleUndelivered handleUndelivered,
            WarnBeforeDeadline warnBeforeDeadline,
            CatchUpJoiners catchUpJoiners,
            RepeatMissedChanges repeatMissedChanges,
            CheckQuota checkQuota,
            NotifyOfSendingStopped notifyOfSendingStopped,
            NotifyOfItemsAside notifyOfItemsAside,
            LateAudit lateAudit,
            SequenceTasks sequenceTasks,
            RemindOfKit remindOfKit,
            NotifyOfWrongRecord notifyOfWrongRecord,
            MailNewLink mailNewLink,
            SendTestPing sendTestPing,
            NotifyOfNobodyLeft notifyOfNobodyLeft,
            AskAfterNewRules askAfterNewRules) {
        this.handleUndelivered = handleUndelivered;
        this.warnBeforeDeadline = warnBeforeDeadline;
        this.catchUpJoiners = catchUpJoiners;
        this.repeatMissedChanges = repeatMissedChanges;
        this.checkQuota = checkQuota;
        this.notifyOfSendingStopped = notifyOfSendingStopped;
        this.notifyOfItemsAside = notifyOfItemsAside;
        this.lateAudit = lateAudit;
        this.sequenceTasks = sequenceTasks;
        this.remindOfKit = remindOfKit;
        this.notifyOfWrongRecord = notifyOfWrongRecord;
        this.mailNewLink = mailNewLink;
        this.sendTestPing = sendTestPing;
        this.notifyOfNobodyLeft = notifyOfNobodyLeft;
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
            case Errand.SendingStopped() -> notifyOfSendingStopped.tell();
            case Errand.ItemsAside() -> notifyOfItemsAside.tell();
            case Errand.AuditLate() -> lateAudit.tell();
            case Errand.AskOwners(var placement) -> sequenceTasks.ask(placement);
            case Errand.RemindOfKit(var placement) -> remindOfKit.remind(placement);
            case Errand.FixRecord(var placement, var rep, var number) ->
                    notifyOfWrongRecord.tell(placement, rep, number);
            case Errand.NewLink asked -> mailNewLink.mail(asked);
            case Errand.TestPing(var mail) -> sendTestPing.send(mail);
            case Errand.RosterChanged() -> {
                catchUpJoiners.catchUp();
                repeatMissedChanges.queueAll();
            }
            case Errand.CatchUp() -> catchUpJoiners.catchUp();
            case Errand.MissedChanges(var placement) -> repeatMissedChanges.repeat(placement);
            case Errand.RulesChanged() -> {
                warnBeforeDeadline.followSteps();
                askAfterNewRules.ask();
            }
            case Errand.NobodyLeft(var placement) -> notifyOfNobodyLeft.tell(placement);
        }
    }
}
