package app.prtosales.placement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was told of a placement was wrong, and is told again (R5.6).
///
/// @param number counts the corrections of a placement, from 1
/// @param amendments the fields that changed; empty where only the reason says what was wrong
/// @param by a person's id
/// @param reason what was wrong, in a sentence that the reps read
public record Correction(
        int number, List<Amendment> amendments, Instant at, String by, String reason) {

    public Correction {
        amendments = List.copyOf(amendments);
    }

    /// @param field as the API names it, such as `headline`
    /// @param before null where there was nothing
    /// @param after null where it was taken out
    public record Amendment(String field, @Nullable Value before, @Nullable Value after) {

        /// Of a field that holds a text.
        public Amendment(String field, @Nullable String before, @Nullable String after) {
            this(field, Text.orNull(before), Text.orNull(after));
        }
    }

    /// What a field held or holds.
    public sealed interface Value {

        /// As the API and the table write it.
        String written();
    }

    public record Text(String written) implements Value {

        static @Nullable Text orNull(@Nullable String written) {
            return written == null ? null : new Text(written);
        }
    }

    /// Each of its readers reads it on their own clock.
    public record Time(Instant at) implements Value {

        @Override
        public String written() {
            return at.toString();
        }
    }
}
