package app.prtosales.id;

import java.util.Optional;

/// Identifies a rep or a distributor. The id comes from ops' list of reps. A rep may have had other
/// ids before; see `Roster`. Its format is checked when a list is uploaded, never when stored data
/// is read.
public record RepId(String value) implements Comparable<RepId> {

    public RepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not a rep's id");
        }
    }

    /// Reads an id from outside text; empty if the text is blank.
    public static Optional<RepId> read(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new RepId(text));
    }

    @Override
    public int compareTo(RepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
