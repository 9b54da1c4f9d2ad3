package app.prtosales.change;

import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a change.
public sealed interface ChangeOutcome {

    /// @param warnings what was accepted, but should be looked at
    /// @param announced false when the event was not taken; the timer sees to the mails then
    record Changed(Placement placement, List<FieldError> warnings, boolean announced)
            implements ChangeOutcome {}

    /// It is so already: the same change came before, or there is nothing to do.
    record Unchanged(Placement placement) implements ChangeOutcome {}

    /// What is asked for is not possible as the placement stands.
    ///
    /// @param existing another placement that stands in the way; null where none does
    record Conflict(String why, @Nullable PlacementId existing) implements ChangeOutcome {}

    record Invalid(List<FieldError> errors) implements ChangeOutcome {}

    record NoSuchPlacement() implements ChangeOutcome {}

    static ChangeOutcome invalid(Problems problems) {
        return new Invalid(problems.asList());
    }
}
