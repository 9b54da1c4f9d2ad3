package app.prtosales.text;

import java.util.ArrayList;
import java.util.List;

/// Collects all field errors, so that one answer can list them all.
public final class Problems {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /// Adds the errors of fields that have none yet; a second one would only confuse.
    public void addMissing(List<FieldError> more) {
        more.stream().filter(error -> !about(error.field())).toList().forEach(errors::add);
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    /// Whether this field already has an error; a second one would only confuse.
    public boolean about(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    public List<FieldError> asList() {
        return List.copyOf(errors);
    }
}
