package app.prtosales.intake;

import app.prtosales.directory.Directory;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.text.FieldError;
import java.util.List;

/// What came of a submission.
public sealed interface SubmitOutcome {

    /// @param entry what the history says of it
    /// @param warnings what was accepted, but should be looked at
    /// @param announced false when the event was not taken; the timer starts the distribution then
    /// @param similar what may be the same story in another outlet (R5.4)
    /// @param lists as they were read for it
    record Accepted(
            Placement placement,
            HistoryEntry entry,
            List<FieldError> warnings,
            boolean announced,
            List<StoryInBrief> similar,
            Directory lists)
            implements SubmitOutcome {}

    /// The same request arrived before; the placement it made still stands.
    record Again(Placement placement) implements SubmitOutcome {}

    /// The story is known from another request; whoever sent this one is named with it (R5.4).
    record Known(PlacementId existing) implements SubmitOutcome {}

    /// The idempotency key arrived before, with another placement.
    record KeyReused() implements SubmitOutcome {}

    record Invalid(List<FieldError> errors) implements SubmitOutcome {}
}
