package app.prtosales.notice;

import app.prtosales.delivery.CanReachTeam;
import app.prtosales.delivery.Postman;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import app.prtosales.ping.Dispatch;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells ops, once per placement, that the mail system's quota or rate is too small to reach the
/// full team by the deadline, while there is still time to request a larger one.
public final class CheckQuota {

    private final Placements placements;
    private final Directory directory;
    private final Postman postman;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public CheckQuota(
            Placements placements,
            Directory directory,
            Postman postman,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.postman = postman;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    public void check(PlacementId id) {
        Instant now = clock.instant();
        Optional<Placement> placement = placements.find(id).filter(found -> found.isPublicAt(now));
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        if (placement.isEmpty() || ops == null) {
            return;
        }
        int team = Dispatch.team(directory.roster(), placement.get()).size();
        CanReachTeam.problem(placement.get(), team, postman.account(), now)
                .ifPresent(problem -> tell(placement.get(), problem, agreement, ops));
    }

    private void tell(Placement placement, String problem, Agreement agreement, String ops) {
        MailRequest request = new MailRequest.QuotaShort(placement, problem, agreement, ops);
        Result result = sendOne.planAndSend(request.id(), () -> mails.write(request));
        result.lookAgainAfter()
                .ifPresent(after -> queue.errand(new Errand.CheckQuota(placement.id()), after));
    }
}
