package app.prtosales.id;

import java.util.Optional;

/// Names a rep, or a distributor: ops' list of reps says it. Somebody may have had others before,
/// see `Roster`. What it may be made of is checked when a list comes in, never when something
/// stored is read.
public record RepId(String value) implements Comparable<RepId> {

    public RepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not a rep's id");
        }
    }

    /// The id that a text from outside is; empty where it is blank.
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
