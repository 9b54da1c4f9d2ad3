package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The same story elsewhere: it belongs to the placement, whose clock stays with the first
/// publication (R5.4).
///
/// @param placement the placement that this copy was submitted as before somebody saw that it is
///   one; null where it never was
/// @param by a person's id
public record Copy(
        WebAddress url,
        String outlet,
        @Nullable PlacementId placement,
        Instant attachedAt,
        String by,
        String reason) {}
