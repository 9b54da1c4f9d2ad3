package app.prtosales.ping;

import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends ops a loud alarm, once per placement, if all of its recipients have left the team: nobody
/// is left to count, and the verdict will be void (R1.10).
public final class NotifyOfNobodyLeft {

    private final Placements placements;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;

    public NotifyOfNobodyLeft(
            Placements placements,
            Directory directory,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails) {
        this.placements = placements;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// Does nothing if a recipient is back on the team in the meantime.
    public void tell(PlacementId id) {
        Optional<Placement> found = placements.find(id);
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        Roster roster = directory.roster();
        if (found.isEmpty() || ops == null || !Dispatch.isNobodyLeft(roster, found.get())) {
            return;
        }
        int recipients = Dispatch.team(roster, found.get()).size();
        MailRequest alarm = new MailRequest.NoActiveRep(found.get(), recipients, agreement, ops);
        Result result = sendOne.planAndSend(alarm.id(), () -> mails.write(alarm));
        result.lookAgainAfter().ifPresent(after -> queue.errand(new Errand.NobodyLeft(id), after));
    }
}
