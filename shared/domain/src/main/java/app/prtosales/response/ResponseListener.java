package app.prtosales.response;

import app.prtosales.link.Link;
import app.prtosales.placement.PlacementId;
import java.time.Instant;

/// Acts on recorded responses. Implementations are idempotent: a response may be announced twice.
public interface ResponseListener {

    /// A sequence owner named another sequence for a placement, so that sequence's owner may have
    /// to be asked.
    void ownersToAsk(PlacementId placement);

    /// The person an expired link belongs to needs a new one.
    ///
    /// @param at when the new link was requested
    void linkToRenew(Link expired, Instant at);

    /// A rep's record needs to be fixed.
    void recordToFix(PlacementId placement, Response.WrongRecord fix);
}
