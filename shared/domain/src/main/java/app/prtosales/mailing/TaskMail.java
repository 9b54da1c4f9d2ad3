package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.directory.Suggestion;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A mail that asks to put a placement into a sequence (R2.2, R2.6).
///
/// @param to an address: the owner's or, once it is handed over, that of the owner of rule 2
/// @param asking which time it is
/// @param since when the owner was first asked; null the first time
/// @param zone the agreement's: an owner of a sequence has none here (R5.9)
public record TaskMail(
        DeliveryId id,
        Placement placement,
        Suggestion suggestion,
        String to,
        Asking asking,
        @Nullable Instant since,
        ZoneId zone) {

    /// Which time somebody is asked.
    public enum Asking {
        FIRST,
        AGAIN,
        /// The owner of rule 2, because the sequence's owner did not answer.
        HANDED_OVER
    }
}
