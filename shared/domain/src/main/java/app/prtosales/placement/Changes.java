package app.prtosales.placement;

import app.prtosales.id.SequenceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was changed about a placement since it was accepted: each change with who, when and why.
///
/// @param turns of its forwardability, oldest first
/// @param moves of its publication, oldest first
/// @param corrections oldest first
/// @param copies in the order in which they were attached
/// @param exemptions at most one for each question
/// @param choices of a sequence by hand, at most one for each sequence, oldest first
/// @param resends oldest first
/// @param renewals of its shelf life, oldest first
/// @param formerKeys what the story was known under before a correction
/// @param takenBack null while it stands
/// @param pending the mails that are still to be seen to, oldest first
public record Changes(
        List<ColorChange> turns,
        List<Move> moves,
        List<Correction> corrections,
        List<Copy> copies,
        List<Exemption> exemptions,
        List<Choice> choices,
        List<Resend> resends,
        List<Renewal> renewals,
        List<StoryKey> formerKeys,
        @Nullable TakenBack takenBack,
        List<PendingChange> pending) {

    /// Nothing was changed yet.
    public static final Changes NONE =
            new Changes(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of(), List.of(), null, List.of());

    public Changes {
        turns = List.copyOf(turns);
        moves = List.copyOf(moves);
        corrections = List.copyOf(corrections);
        copies = List.copyOf(copies);
        exemptions = List.copyOf(exemptions);
        choices = List.copyOf(choices);
        resends = List.copyOf(resends);
        renewals = List.copyOf(renewals);
        formerKeys = List.copyOf(formerKeys);
        pending = List.copyOf(pending);
    }

    /// The placement that it turned out to be a copy of (R5.4).
    public Optional<PlacementId> copyOf() {
        return Optional.ofNullable(takenBack).map(TakenBack::copyOf);
    }

    /// The turn that made it what it is; empty where it is what it was accepted as.
    public Optional<ColorChange> lastTurn() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
    }

    /// When it last turned Green; empty where it never did.
    public Optional<Instant> turnedGreenAt() {
        return turns.stream()
                .filter(turn -> turn.to() == Forwardability.GREEN)
                .map(ColorChange::at)
                .reduce((earlier, later) -> later);
    }

    public Optional<Exemption> exemption(Question question) {
        return exemptions.stream().filter(each -> each.question() == question).findFirst();
    }

    /// What was chosen by hand for a sequence.
    ///
    /// @param sequence its id
    public Optional<Choice> choice(SequenceId sequence) {
        return choices.stream().filter(each -> each.sequence().equals(sequence)).findFirst();
    }
}
