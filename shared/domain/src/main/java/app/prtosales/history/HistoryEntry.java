package app.prtosales.history;

import app.prtosales.text.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who changed what and when (R5.10).
///
/// @param subject what was changed: a placement's id, or `directory-reps`
/// @param by a person's id, never a name or an address; [#SYSTEM] for the product itself
/// @param what a sentence, such as `accepted`
/// @param reason what the person said; null where none was asked for
public record HistoryEntry(
        String subject, Instant at, String by, String what, @Nullable String reason) {

    /// The product itself, when a timer or an event made the change.
    public static final String SYSTEM = "system";

    /// For a reader: the same entry, its person told in another way. It is not to be stored.
    public HistoryEntry toldBy(String name) {
        return new HistoryEntry(subject, at, name, what, reason);
    }

    /// The same entry written twice is one entry.
    public String key() {
        return Digest.of(String.join("\n", by, what, reason == null ? "" : reason))
                .substring(0, 16);
    }
}
