package app.prtosales.intake;

import app.prtosales.directory.Directory;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.text.FieldError;
import java.util.List;

/// The result of a submission.
public sealed interface SubmitOutcome {

    /// @param entry the history entry
    /// @param warnings values that were accepted but should be checked
    /// @param announced false if publishing the event failed; the timer then starts the
    ///   distribution
    /// @param similar a placement that may be the same story (R5.4)
    /// @param lists the lists as they were read for the submission
    record Accepted(
            Placement placement,
            HistoryEntry entry,
            List<FieldError> warnings,
            boolean announced,
            List<StoryInBrief> similar,
            Directory lists)
            implements SubmitOutcome {}

    /// The same request arrived before.
    ///
    /// @param placement the one that the request created; if it was merged as a copy, the original,
    ///   unless the repeat has the same idempotency key
    record Again(Placement placement) implements SubmitOutcome {}

    /// The story is known from another request; the new submitter is recorded with it (R5.4).
    record Known(PlacementId existing) implements SubmitOutcome {}

    /// The idempotency key was used before for a different placement.
    record KeyReused() implements SubmitOutcome {}

    record Invalid(List<FieldError> errors) implements SubmitOutcome {}
}
