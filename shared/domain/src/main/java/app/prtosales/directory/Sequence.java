package app.prtosales.directory;

import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sales sequence in the company's outreach tool.
///
/// @param owner the name of the person who runs it
/// @param stages in the order in which a buyer goes through them
/// @param statusSince since when it has been active, or has not been; null if unknown
/// @param ownerSince since when it has had its owner; null if it had no other owner that we know of
/// @param stagesGone its former stages, with when each was removed
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

    /// No stage begins with this, so that a form can offer other choices beside the stages.
    public static final String NO_STAGE = "~";

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

    /// Who is asked if its owner does not answer: whoever is in charge of sequences; if the
    /// agreement names nobody at all, its owner again (R2.6).
    public String handedOverTo(Agreement agreement) {
        return agreement.inChargeOfSequences().orElse(ownerEmail);
    }

    /// The person with this id who may answer for it: its owner, or whoever is asked instead; empty
    /// for anyone else, such as a former owner (R5.12).
    public Optional<Person> answerable(@Nullable String id, Agreement agreement) {
        return Stream.of(ownerEmail, handedOverTo(agreement))
                .map(Person::withEmail)
                .filter(person -> person.id().equals(id))
                .findFirst();
    }

    /// The stage as it is on the list, if the sequence has it; no two stages differ only in letter
    /// case.
    public Optional<String> stage(String named) {
        return stages.stream().filter(named::equalsIgnoreCase).findFirst();
    }

    /// When a stage was removed, as far as known.
    public Optional<Instant> stageGoneAt(String named) {
        return stagesGone.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(named))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    /// Whether it already had its current owner at an instant, as far as known.
    public boolean hadItsOwnerAt(Instant at) {
        return ownerSince == null || !at.isBefore(ownerSince);
    }

    /// Whether it is running; a placement in it counts only while it is (R2.4).
    public enum Status {
        ACTIVE,
        PAUSED,
        ARCHIVED;

        public String word() {
            return Words.of(this);
        }
    }
}
