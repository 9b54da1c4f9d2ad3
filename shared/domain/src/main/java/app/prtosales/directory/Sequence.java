package app.prtosales.directory;

import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sales sequence in the outreach tool that the company uses.
///
/// @param owner the name of who runs it
/// @param stages in the order in which a buyer goes through them
/// @param statusSince since when it has its status; null where that was not kept
/// @param ownerSince since when it has its owner; null where it had no other that is known of
/// @param stagesGone the stages that it had, and when each was removed
public record Sequence(
        SequenceId id,
        String name,
        String owner,
        String ownerEmail,
        List<String> personas,
        List<String> segments,
        Status status,
        List<String> stages,
        @Nullable Instant statusSince,
        @Nullable Instant ownerSince,
        Map<String, Instant> stagesGone) {

    /// Whose rule it is, in the agreement's list of rule owners.
    private static final int RULE = 2;

    public Sequence(
            SequenceId id,
            String name,
            String owner,
            String ownerEmail,
            List<String> personas,
            List<String> segments,
            Status status,
            List<String> stages) {
        this(id, name, owner, ownerEmail, personas, segments, status, stages, null, null, Map.of());
    }

    public Sequence {
        personas = List.copyOf(personas);
        segments = List.copyOf(segments);
        stages = List.copyOf(stages);
        stagesGone = Map.copyOf(stagesGone);
    }

    /// Who is asked once its owner has not answered: the owner of rule 2, ops where the agreement
    /// names nobody, else its owner again (R2.6).
    public String handedOverTo(Agreement agreement) {
        return agreement.ruleOwners().size() >= RULE
                ? agreement.ruleOwners().get(RULE - 1)
                : Optional.ofNullable(agreement.ops()).orElse(ownerEmail);
    }

    /// The person who may answer for it under an id: its owner, or who is asked instead; empty for
    /// anybody else, such as its owner of before (R5.12).
    public Optional<Person> answerable(@Nullable String id, Agreement agreement) {
        return Stream.of(ownerEmail, handedOverTo(agreement))
                .map(Person::withEmail)
                .filter(person -> person.id().equals(id))
                .findFirst();
    }

    /// Whether it had its owner at an instant, as far as that is known.
    public boolean hadItsOwnerAt(Instant at) {
        return ownerSince == null || !at.isBefore(ownerSince);
    }

    /// Whether it is running: a placement in it counts only while it is (R2.4).
    public enum Status {
        ACTIVE,
        PAUSED,
        ARCHIVED;

        public String word() {
            return Words.of(this);
        }
    }
}
