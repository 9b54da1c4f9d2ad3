package app.prtosales.response;

import app.prtosales.link.Link;
import app.prtosales.placement.PlacementId;
import java.time.Instant;

/// Acts on recorded responses. Implementations are idempotent: a response may be announced twice.
public interface ResponseListener {

    /// A sequence owner's answer may require another request: to the owner of another sequence that
    /// it names, or to take out a placement that was added although it may no longer be used.
    void ownersToAsk(PlacementId placement);

    /// Nobody may be recorded anymore who armed a champion, after the reminders of the kit are
    /// over.
    void kitToRemindOf(PlacementId placement);

    /// The person an expired link belongs to needs a new one.
    ///
    /// @param at when the new link was requested
    void linkToRenew(Link expired, Instant at);

    /// A rep's record needs to be fixed.
    void recordToFix(PlacementId placement, Response.WrongRecord fix);
}
