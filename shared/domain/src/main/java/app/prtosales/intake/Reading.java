package app.prtosales.intake;

import app.prtosales.placement.Draft;
import app.prtosales.text.FieldError;
import java.util.List;

/// What came of reading a submission.
public sealed interface Reading {

    /// @param warnings what was accepted, but should be looked at
    record Valid(Draft draft, List<FieldError> warnings) implements Reading {}

    /// Every field that is wrong, not only the first.
    record Invalid(List<FieldError> errors) implements Reading {}
}
