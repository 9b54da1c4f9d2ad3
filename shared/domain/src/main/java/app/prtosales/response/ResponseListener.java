package app.prtosales.response;

import app.prtosales.placement.PlacementId;

/// Whoever acts on what was recorded. It may be told twice, and acts once.
public interface ResponseListener {

    /// The owner of a sequence said where else a placement belongs: another owner may have to be
    /// asked.
    void ownersToAsk(PlacementId placement);

    /// A rep's record needs to be put right.
    void recordToFix(PlacementId placement, Response.WrongRecord fix);
}
