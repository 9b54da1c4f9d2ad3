package app.prtosales.mailing;

import app.prtosales.link.Link;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.response.ResponseListener;
import java.time.Duration;
import java.time.Instant;

/// Queues the follow-up work for each recorded response.
public final class ResponseErrands implements ResponseListener {

    /// How long to wait so that a rep's further reports go to ops in the same email as the first
    /// (R5.12).
    private static final Duration GATHERED = Duration.ofMinutes(2);

    private final PingQueue queue;

    public ResponseErrands(PingQueue queue) {
        this.queue = queue;
    }

    @Override
    public void ownersToAsk(PlacementId placement) {
        queue.errand(new Errand.AskOwners(placement), Duration.ZERO);
    }

    @Override
    public void kitToRemindOf(PlacementId placement) {
        queue.errand(new Errand.RemindOfKit(placement), Duration.ZERO);
    }

    @Override
    public void linkToRenew(Link expired, Instant at) {
        queue.errand(Errand.NewLink.of(expired, at), Duration.ZERO);
    }

    @Override
    public void recordToFix(PlacementId placement, WrongRecord fix) {
        queue.errand(
                new Errand.FixRecord(placement, fix.rep(), fix.number()),
                fix.number() == 1 ? Duration.ZERO : GATHERED);
    }
}
