package app.prtosales.placement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A correction of something that reps were told about a placement (R5.6).
///
/// @param number counts the corrections of a placement, from 1
/// @param amendments the fields that changed; empty if only the reason says what was wrong
/// @param by a person's id
/// @param reason what was wrong, in a sentence for the reps
public record Correction(
        int number, List<Amendment> amendments, Instant at, String by, String reason) {

    public Correction {
        amendments = List.copyOf(amendments);
    }

    /// @param field the field's name in the API, such as `headline`
    /// @param before null if the field was empty
    /// @param after null if the field was cleared
    public record Amendment(String field, @Nullable Value before, @Nullable Value after) {

        /// A change of a text field.
        public Amendment(String field, @Nullable String before, @Nullable String after) {
            this(field, Text.orNull(before), Text.orNull(after));
        }
    }

    /// A field's value before or after a change.
    public sealed interface Value {

        /// The value as written in the API and the table.
        String written();
    }

    public record Text(String written) implements Value {

        static @Nullable Text orNull(@Nullable String written) {
            return written == null ? null : new Text(written);
        }
    }

    /// A time, shown to each reader in their own time zone.
    public record Time(Instant at) implements Value {

        @Override
        public String written() {
            return at.toString();
        }
    }
}
