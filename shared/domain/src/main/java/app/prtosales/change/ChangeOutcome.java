package app.prtosales.change;

import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The result of a change.
public sealed interface ChangeOutcome {

    /// @param warnings values that were accepted but should be checked
    /// @param announced false if publishing the event failed; the timer then has the emails sent
    record Changed(Placement placement, List<FieldError> warnings, boolean announced)
            implements ChangeOutcome {}

    /// Nothing changed: the same change was made before, or there was nothing to do.
    record Unchanged(Placement placement) implements ChangeOutcome {}

    /// The change is not possible in the placement's current state.
    ///
    /// @param existing the other placement that prevents it; null if none does
    record Conflict(String why, @Nullable PlacementId existing) implements ChangeOutcome {}

    /// The change would overwrite what someone else wrote in the meantime.
    ///
    /// @param names the addresses of the people who wrote it, by id
    record Outdated(List<Seen.Newer> newer, Map<String, String> names) implements ChangeOutcome {}

    record Invalid(List<FieldError> errors) implements ChangeOutcome {}

    record NoSuchPlacement() implements ChangeOutcome {}

    static ChangeOutcome invalid(Problems problems) {
        return new Invalid(problems.asList());
    }
}
