package app.prtosales.history;

import java.time.Instant;
import java.util.Optional;

/// The persons who act: PR, ops, sequence owners. Their address lives here only, under an id that
/// everything else holds, so that a person can be deleted without changing a count (R5.10).
public interface People {

    /// Remembers who this is. Saying it again changes nothing; who acts again after they were
    /// deleted is known again.
    void remember(Person person);

    /// Empty when the person was deleted, or never seen.
    Optional<Person> find(String id);

    /// Takes the address away: the id stays where it is, and tells nothing any more. Doing it twice
    /// is the same, and so is doing it for somebody who was never seen.
    void forget(String id, Instant at);

    /// When the address was taken away; empty for who is known, or was never seen.
    Optional<Instant> forgottenAt(String id);
}
