package app.prtosales.history;

import app.prtosales.id.SequenceId;
import app.prtosales.text.Digest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who changed what and when (R5.10).
///
/// @param subject what was changed: a placement's id, or `directory-reps`
/// @param by a person's id, never a name or an address; [#SYSTEM] for the product itself
/// @param what a sentence, such as `accepted`
/// @param reason what the person said; null where none was asked for
public record HistoryEntry(
        String subject, Instant at, String by, String what, @Nullable String reason) {

    /// Before the id of a sequence, where its owner answered: a rep may have the same id.
    private static final String OWNER_OF = "sequence:";

    /// The product itself, when a timer or an event made the change.
    public static final String SYSTEM = "system";

    /// Who answers for a sequence.
    ///
    /// @param sequence its id
    public static String ownerOf(SequenceId sequence) {
        return OWNER_OF + sequence;
    }

    /// The sequence whose owner it was; empty where it was somebody else. What was stored before
    /// had the bare id, and is known by its sentence.
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
