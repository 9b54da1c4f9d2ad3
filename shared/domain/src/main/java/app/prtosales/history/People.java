package app.prtosales.history;

import java.util.Optional;

/// The persons who act: PR, ops, sequence owners. Their address lives here only, under an id that
/// everything else holds, so that a person can be deleted without changing a count (R5.10).
public interface People {

    /// Remembers who this is. Saying it again changes nothing.
    void remember(Person person);

    /// Empty when the person was deleted, or never seen.
    Optional<Person> find(String id);
}
