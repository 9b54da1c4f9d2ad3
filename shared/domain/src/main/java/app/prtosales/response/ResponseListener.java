package app.prtosales.response;

import app.prtosales.link.Link;
import app.prtosales.placement.PlacementId;
import java.time.Instant;

/// Whoever acts on what was recorded. It may be told twice, and acts once.
public interface ResponseListener {

    /// The owner of a sequence said where else a placement belongs: another owner may have to be
    /// asked.
    void ownersToAsk(PlacementId placement);

    /// The person whom an expired link belongs to needs a new one.
    ///
    /// @param at when it was asked for
    void linkToRenew(Link expired, Instant at);

    /// A rep's record needs to be put right.
    void recordToFix(PlacementId placement, Response.WrongRecord fix);
}
