package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.directory.Sequence;
import app.prtosales.mailing.TaskMail.Asking;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A mail that asks to take a placement out of a sequence (R5.3, R5.5, R5.6).
///
/// @param why in the words of who decided so
/// @param stage the stage that it was confirmed in
/// @param to an address: the owner's or, once it is handed over, that of the owner of rule 2
/// @param asking which time it is
/// @param since when the owner was first asked; null the first time
/// @param zone the agreement's: an owner of a sequence has none here (R5.9)
public record RemovalMail(
        DeliveryId id,
        Placement placement,
        String why,
        Sequence sequence,
        String stage,
        String to,
        Asking asking,
        @Nullable Instant since,
        ZoneId zone) {}
