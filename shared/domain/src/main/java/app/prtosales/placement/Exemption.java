package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question that does not apply to a placement, with a reason and a name; shown as Exempt, never
/// as Yes (R2.5).
///
/// @param by the id of the person who recorded it
/// @param name the person who decided, if someone else; otherwise null
public record Exemption(
        Question question, String reason, @Nullable String name, Instant at, String by) {}
