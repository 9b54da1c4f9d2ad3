package app.prtosales.text;

import java.util.ArrayList;
import java.util.List;

/// Collects every field that is wrong, so that an answer can name them all at once.
public final class Problems {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    /// Whether something was said against this field already; a second complaint would only
    /// confuse.
    public boolean about(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    public List<FieldError> asList() {
        return List.copyOf(errors);
    }
}
