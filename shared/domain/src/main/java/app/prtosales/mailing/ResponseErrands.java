package app.prtosales.mailing;

import app.prtosales.link.Link;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.response.ResponseListener;
import java.time.Duration;
import java.time.Instant;

/// Queues what follows on what was recorded, for whoever sends mails.
public final class ResponseErrands implements ResponseListener {

    /// What a rep adds to the first note goes to ops in one mail (R5.12).
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
