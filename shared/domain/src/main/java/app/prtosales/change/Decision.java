package app.prtosales.change;

import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change makes of a placement as it stands at this moment. Deciding writes nothing: the
/// same question is asked again when somebody else changed the placement first.
sealed interface Decision {

    /// How often a placement may be changed in one way, so that it stays well within what the table
    /// takes.
    int MAXIMUM_CHANGES = 30;

    /// Puts this in its place.
    ///
    /// @param what the sentence for the history
    record Write(Placement changed, String what, @Nullable String reason, List<FieldError> warnings)
            implements Decision {}

    /// The same, when another placement has been changed first.
    ///
    /// @param onOther what is made of the other one; where it answers with a refusal, that is the
    ///   answer, and nothing is put anywhere
    record WriteAfter(PlacementId other, Step onOther, Write write) implements Decision {}

    /// Writes nothing.
    record Answer(ChangeOutcome outcome) implements Decision {}

    static Write write(Placement changed, String what, @Nullable String reason) {
        return new Write(changed, what, reason, List.of());
    }

    static Decision unchanged(Placement placement) {
        return new Answer(new ChangeOutcome.Unchanged(placement));
    }

    static Decision conflict(String why) {
        return new Answer(new ChangeOutcome.Conflict(why, null));
    }

    static Decision over(Placement placement) {
        return conflict("It was %s.".formatted(placement.status().word()));
    }

    static Decision tooMany() {
        return conflict(
                "It was changed this way %d times, which is the limit.".formatted(MAXIMUM_CHANGES));
    }

    static Decision invalid(Problems problems) {
        return new Answer(ChangeOutcome.invalid(problems));
    }
}
