package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question that does not apply, with a reason and a name; shown as Exempt, never as Yes (R2.5).
///
/// @param by the id of the person who said so here
/// @param name on whose word, where that is somebody else; null otherwise
public record Exemption(
        Question question, String reason, @Nullable String name, Instant at, String by) {}
