package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question that does not apply to a placement, with a reason and a name; shown as Exempt, never
/// as Yes (R2.5).
///
/// @param by the id of the person who recorded it
/// @param name the person who decided, if someone else; otherwise null
/// @param undone null while the exemption holds
public record Exemption(
        Question question,
        String reason,
        @Nullable String name,
        Instant at,
        String by,
        @Nullable Undone undone) {

    public Exemption(
            Question question, String reason, @Nullable String name, Instant at, String by) {
        this(question, reason, name, at, by, null);
    }

    /// The question applies after all.
    ///
    /// @param by the id of the person who recorded it
    /// @param name the person who decided, if someone else; otherwise null
    public record Undone(String reason, @Nullable String name, Instant at, String by) {}

    boolean holds() {
        return undone == null;
    }

    Exemption with(Undone end) {
        return new Exemption(question, reason, name, at, by, end);
    }
}
