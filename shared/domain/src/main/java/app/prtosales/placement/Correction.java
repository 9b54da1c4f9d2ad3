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
/// @param version the version of the placement that contains it; 0 if unknown, as in corrections
///   from before this was stored
public record Correction(
        int number,
        List<Amendment> amendments,
        Instant at,
        String by,
        String reason,
        long version) {

    public Correction {
        amendments = List.copyOf(amendments);
    }

    public Correction(
            int number, List<Amendment> amendments, Instant at, String by, String reason) {
        this(number, amendments, at, by, reason, 0);
    }

    Correction in(long placementVersion) {
        return new Correction(number, amendments, at, by, reason, placementVersion);
    }

    /// The same correction without one of its fields.
    public Correction without(String field) {
        List<Amendment> others =
                amendments.stream().filter(each -> !each.field().equals(field)).toList();
        return new Correction(number, others, at, by, reason, version);
    }

    /// The emails that it requires.
    public PendingChange pending() {
        return new PendingChange(PendingChange.Kind.CORRECTION, number, version);
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
