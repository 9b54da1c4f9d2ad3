package app.prtosales.history;

import java.time.Instant;
import java.util.Optional;

/// The people who act: PR, ops and sequence owners. Their addresses are stored only here, under an
/// id that everything else uses, so a person can be deleted without changing a count (R5.10).
public interface People {

    /// Remembers this person. Repeating it changes nothing; someone who acts again after being
    /// deleted is remembered again.
    void remember(Person person);

    /// Empty if the person was deleted or was never seen.
    Optional<Person> find(String id);

    /// Deletes the address. The id stays wherever it is used but no longer identifies anyone.
    /// Idempotent, even for someone who was never seen.
    void forget(String id, Instant at);

    /// When the address was deleted; empty for someone who is known or was never seen.
    Optional<Instant> forgottenAt(String id);
}
