package app.prtosales.history;

import app.prtosales.id.SequenceId;
import app.prtosales.text.Digest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who changed what and when (R5.10).
///
/// @param subject what it is about, such as a placement's id or `directory-reps`
/// @param by a person's id, never a name or an address; [#SYSTEM] for the product itself
/// @param what a few words, such as `accepted`
/// @param reason the reason the person gave; null if none was asked for
public record HistoryEntry(
        String subject, Instant at, String by, String what, @Nullable String reason) {

    /// Prefixed to a sequence's id when its owner acted, because a rep could have the same id.
    private static final String OWNER_OF = "sequence:";

    /// The product itself, when a timer or an event made the change.
    public static final String SYSTEM = "system";

    /// The `by` value for the owner of a sequence.
    public static String ownerOf(SequenceId sequence) {
        return OWNER_OF + sequence;
    }

    /// The sequence whose owner acted; empty if someone else did. Older entries hold the bare id
    /// and are recognized by their text.
    public Optional<SequenceId> sequence() {
        if (by.startsWith(OWNER_OF)) {
            return SequenceId.read(by.substring(OWNER_OF.length()));
        }
        boolean answered =
                what.startsWith("added to ")
                        || what.startsWith("not added to ")
                        || what.startsWith("taken out of ");
        return answered && !by.equals(SYSTEM) ? SequenceId.read(by) : Optional.empty();
    }

    /// The same entry with the person shown under another name, for display only; never stored.
    public HistoryEntry attributedTo(String name) {
        return new HistoryEntry(subject, at, name, what, reason);
    }

    /// Identifies the entry: the same entry written twice has the same key.
    public String key() {
        return Digest.of(String.join("\n", by, what, reason == null ? "" : reason))
                .substring(0, 16);
    }
}
