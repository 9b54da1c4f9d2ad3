package app.prtosales.change;

import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a change would do to the current placement. Deciding writes nothing, and is repeated if
/// someone else changed the placement first.
sealed interface Decision {

    /// The maximum number of changes of one kind, which keeps a placement well within the table's
    /// limits.
    int MAXIMUM_CHANGES = 30;

    /// Write this version.
    ///
    /// @param what the text of the history entry
    /// @param previousHolder the withdrawn placement whose link it takes; null if it takes none
    record Write(
            Placement changed,
            String what,
            @Nullable String reason,
            List<FieldError> warnings,
            @Nullable PlacementId previousHolder)
            implements Decision {

        Write(Placement changed, String what, @Nullable String reason, List<FieldError> warnings) {
            this(changed, what, reason, warnings, null);
        }

        Write inPlaceOf(PlacementId withdrawn) {
            return new Write(changed, what, reason, warnings, withdrawn);
        }
    }

    /// Write this version together with another placement's, both or neither.
    record WriteBoth(Write write, Write other) implements Decision {}

    /// Write nothing.
    record Answer(ChangeOutcome outcome) implements Decision {}

    static Write write(Placement changed, String what, @Nullable String reason) {
        return new Write(changed, what, reason, List.of());
    }

    static Decision unchanged(Placement placement) {
        return new Answer(new ChangeOutcome.Unchanged(placement));
    }

    static Decision conflict(String why) {
        return conflict(why, null);
    }

    /// @param existing the other placement that prevents the change; null if none does
    static Decision conflict(String why, @Nullable PlacementId existing) {
        return new Answer(new ChangeOutcome.Conflict(why, existing));
    }

    static Decision over(Placement placement) {
        Optional<PlacementId> original = placement.changes().copyOf();
        return original.isPresent()
                ? conflict("It’s now a copy of another story.", original.get())
                : conflict("It was %s.".formatted(placement.status().word()));
    }

    static Decision tooMany() {
        return conflict(
                "It was changed this way %d times, which is the limit.".formatted(MAXIMUM_CHANGES));
    }

    static Decision invalid(Problems problems) {
        return new Answer(ChangeOutcome.invalid(problems));
    }
}
