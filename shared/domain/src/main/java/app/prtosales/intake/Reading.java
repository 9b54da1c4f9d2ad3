package app.prtosales.intake;

import app.prtosales.placement.Draft;
import app.prtosales.text.FieldError;
import java.util.List;

/// The result of reading a submission.
public sealed interface Reading {

    /// @param warnings values that were accepted but should be checked
    record Valid(Draft draft, List<FieldError> warnings) implements Reading {}

    /// Lists every wrong field, not only the first.
    record Invalid(List<FieldError> errors) implements Reading {}
}
