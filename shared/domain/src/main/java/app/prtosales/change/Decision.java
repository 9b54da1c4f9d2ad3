package app.prtosales.change;

import app.prtosales.placement.Placement;
import app.prtosales.text.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change makes of a placement as it stands at this moment.
sealed interface Decision {

    /// Puts this in its place.
    ///
    /// @param what the sentence for the history
    record Write(Placement changed, String what, @Nullable String reason, List<FieldError> warnings)
            implements Decision {}

    /// Writes nothing.
    record Answer(ChangeOutcome outcome) implements Decision {}

    static Decision write(Placement changed, String what, @Nullable String reason) {
        return new Write(changed, what, reason, List.of());
    }

    static Decision unchanged(Placement placement) {
        return new Answer(new ChangeOutcome.Unchanged(placement));
    }

    static Decision conflict(String why) {
        return new Answer(new ChangeOutcome.Conflict(why, null));
    }
}
