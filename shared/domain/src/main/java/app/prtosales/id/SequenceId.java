package app.prtosales.id;

import java.util.Optional;

/// Identifies a sequence. The id comes from ops' list of sequences and never changes. Its format is
/// checked when a list is uploaded, never when stored data is read.
public record SequenceId(String value) implements Comparable<SequenceId> {

    public SequenceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not a sequence's id");
        }
    }

    /// Reads an id from outside text; empty if the text is blank.
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
