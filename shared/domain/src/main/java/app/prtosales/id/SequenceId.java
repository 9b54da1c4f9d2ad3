package app.prtosales.id;

import java.util.Optional;

/// Names a sequence: ops' list of sequences says it, and it stays with the sequence. What it may be
/// made of is checked when a list comes in, never when something stored is read.
public record SequenceId(String value) implements Comparable<SequenceId> {

    public SequenceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not a sequence's id");
        }
    }

    /// The id that a text from outside is; empty where it is blank.
    public static Optional<SequenceId> read(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new SequenceId(text));
    }

    @Override
    public int compareTo(SequenceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
