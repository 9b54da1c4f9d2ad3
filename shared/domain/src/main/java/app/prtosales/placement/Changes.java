package app.prtosales.placement;

import app.prtosales.id.SequenceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changes to a placement since it was accepted, each with who, when and why.
///
/// @param turns changes of its color, oldest first
/// @param moves changes of its publication time, oldest first
/// @param corrections oldest first
/// @param copies in the order they were attached
/// @param exemptions the last one of each question, whether or not it was undone
/// @param choices sequences chosen by hand, at most one choice per sequence, oldest first
/// @param resends oldest first
/// @param renewals of its shelf life, oldest first
/// @param formerKeys the keys that identified the story before a correction
/// @param takenBack null unless it was withdrawn or retracted
/// @param pending the changes whose emails still have to be sent, oldest first
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

    /// No changes.
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

    /// The placement that this one turned out to be a copy of (R5.4).
    public Optional<PlacementId> copyOf() {
        return Optional.ofNullable(takenBack).map(TakenBack::copyOf);
    }

    /// The change that set the current color; empty if the color has never changed.
    public Optional<ColorChange> lastTurn() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
    }

    /// When it last turned Green; empty if it never did.
    public Optional<Instant> turnedGreenAt() {
        return turns.stream()
                .filter(turn -> turn.to() == Forwardability.GREEN)
                .map(ColorChange::at)
                .reduce((earlier, later) -> later);
    }

    /// When a publication that was still ahead was last moved, for which nothing had been sent
    /// until then (R1.13); empty if none was.
    public Optional<Instant> movedFromFutureAt() {
        return moves.stream()
                .filter(move -> move.from().at().isAfter(move.at()))
                .map(Move::at)
                .reduce((earlier, later) -> later);
    }

    /// Whether the placement turned Green after its last copy was attached.
    public boolean isGreenSinceItsCopies() {
        return turnedGreenAt()
                .filter(at -> copies.stream().allMatch(copy -> copy.attachedAt().isBefore(at)))
                .isPresent();
    }

    /// Whether a placement that had been submitted separately was merged into this one as a copy.
    public boolean hasMergedCopies() {
        return !mergedCopies().isEmpty();
    }

    /// The placements that had been submitted separately and were merged into this one as copies,
    /// each once.
    public List<PlacementId> mergedCopies() {
        return mergedCopiesAt(Instant.MAX);
    }

    /// Those that were merged by an instant.
    public List<PlacementId> mergedCopiesAt(Instant instant) {
        return copies.stream()
                .filter(copy -> !copy.attachedAt().isAfter(instant))
                .flatMap(copy -> Stream.ofNullable(copy.placement()))
                .distinct()
                .toList();
    }

    /// Whether the change of color was made together with a correction, whose email tells reps
    /// about both.
    public boolean isToldByCorrection(ColorChange turn) {
        return corrections.stream().anyMatch(turn::isPartOf);
    }

    /// All changes of color after a version, as one change; empty if they left the color as it was.
    public Optional<ColorChange> turnsSince(long told) {
        return turns.stream()
                .filter(turn -> turn.version() > told)
                .findFirst()
                .filter(first -> first.from() != turns.getLast().to())
                .map(first -> turns.getLast().since(first));
    }

    /// Whether a change that readers are told about was made at an instant or later.
    public boolean isToldSince(Instant since) {
        return Stream.of(
                        turns.stream().map(ColorChange::at),
                        corrections.stream().map(Correction::at),
                        Stream.ofNullable(takenBack).map(TakenBack::at))
                .flatMap(Function.identity())
                .anyMatch(at -> !at.isBefore(since));
    }

    /// The changes that a reader has to be told about: the last change of color, which replaces all
    /// earlier ones, and each correction.
    ///
    /// @param isNews decides from the version and time of a change whether it is new to the reader
    List<PendingChange> news(BiPredicate<Long, Instant> isNews) {
        return Stream.concat(
                        lastTurn()
                                .filter(turn -> !isToldByCorrection(turn))
                                .filter(turn -> isNews.test(turn.version(), turn.at()))
                                .map(ColorChange::pending)
                                .stream(),
                        corrections.stream()
                                .filter(each -> isNews.test(each.version(), each.at()))
                                .map(Correction::pending))
                .toList();
    }

    /// The exemption that holds; empty if the question applies.
    public Optional<Exemption> exemption(Question question) {
        return lastExemption(question).filter(Exemption::holds);
    }

    /// The last exemption, whether or not it was undone.
    public Optional<Exemption> lastExemption(Question question) {
        return exemptions.stream().filter(each -> each.question() == question).findFirst();
    }

    /// The exemptions that hold.
    public List<Exemption> exemptionsThatHold() {
        return exemptions.stream().filter(Exemption::holds).toList();
    }

    /// The choice made by hand for a sequence.
    public Optional<Choice> choice(SequenceId sequence) {
        return choices.stream().filter(each -> each.sequence().equals(sequence)).findFirst();
    }
}
