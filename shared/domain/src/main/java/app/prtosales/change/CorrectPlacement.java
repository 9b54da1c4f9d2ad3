package app.prtosales.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.change.Decision.Answer;
import app.prtosales.change.Decision.Write;
import app.prtosales.change.Decision.WriteBoth;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import app.prtosales.intake.CorrectionReader;
import app.prtosales.intake.CorrectionReader.Corrected;
import app.prtosales.placement.Changes;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Move;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Story;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Corrects what reps were told about a placement (R5.6): any field of a submission. If the
/// publication moves or the color changes, the rules for that kind of change apply, in the same
/// write.
final class CorrectPlacement {

    /// The limit for all of a placement's corrections together, in bytes: the table allows 400 KB
    /// per item.
    private static final int MAXIMUM_KEPT = 150_000;

    /// How many characters of a text the history shows.
    private static final int SAID = 80;

    private final ApplyChange changes;
    private final EarlierStories earlier;
    private final Directory directory;
    private final MovePublication movePublication;

    CorrectPlacement(
            ApplyChange changes,
            EarlierStories earlier,
            Directory directory,
            MovePublication movePublication) {
        this.changes = changes;
        this.earlier = earlier;
        this.directory = directory;
        this.movePublication = movePublication;
    }

    ChangeOutcome correct(PlacementId id, CorrectionRequest request, Person by) {
        ChangeOutcome outcome =
                changes.apply(id, by, (placement, now) -> corrected(placement, now, request, by));
        movePublication.restate(outcome, id);
        return outcome;
    }

    private Decision corrected(
            Placement placement, Instant now, CorrectionRequest request, Person by) {
        Problems problems = new Problems();
        String why = Reason.read(request.reason(), problems);
        Corrected corrected =
                new CorrectionReader(placement, directory.segmentIds(), now, problems)
                        .read(request.texts(), request.segments(), request.personas());
        if (problems.any()) {
            return Decision.invalid(problems);
        }
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        List<Correction> before = placement.changes().corrections();
        if (corrected.amendments().isEmpty() && isRepeated(placement, why)) {
            return Decision.unchanged(placement);
        }
        Correction correction =
                new Correction(before.size() + 1, corrected.amendments(), now, by.id(), why);
        if (before.size() >= Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        if (areTooLong(before, correction)) {
            return Decision.conflict(
                    "Its corrections are too long to add more. Retract it and submit it again.");
        }
        @Nullable String pasted = request.texts().get("url");
        Optional<PlacementId> holder =
                earlier.holderOf(pasted, corrected.story())
                        .filter(other -> !other.equals(placement.id()));
        Optional<Placement> present =
                holder.map(other -> earlier.present(other, pasted, corrected.story()));
        if (present.isPresent() && !EarlierStories.canTake(placement, present.get())) {
            return taken(corrected.story(), present.get());
        }
        return inPlaceOf(holder, moved(placement, now, corrected, correction, by));
    }

    private static boolean areTooLong(List<Correction> before, Correction correction) {
        return bytes(correction) + before.stream().mapToInt(CorrectPlacement::bytes).sum()
                > MAXIMUM_KEPT;
    }

    private static Decision inPlaceOf(Optional<PlacementId> holder, Decision decision) {
        return holder.isPresent() && decision instanceof Write write
                ? write.inPlaceOf(holder.get())
                : decision;
    }

    /// The link, or the outlet and headline, belong to another placement.
    private static Decision taken(Story corrected, Placement holder) {
        return Decision.conflict(
                corrected.url() == null
                        ? "This outlet and headline already belong to another story."
                        : "This link already belongs to another story.",
                holder.id());
    }

    /// Whether a change with this reason was already made. A correction of the color or the time
    /// alone is stored as a turn or a move.
    private static boolean isRepeated(Placement placement, String why) {
        Changes changes = placement.changes();
        return Stream.of(
                        changes.corrections().stream().map(Correction::reason),
                        changes.turns().stream().map(ColorChange::reason),
                        changes.moves().stream().map(Move::reason))
                .flatMap(reasons -> reasons)
                .anyMatch(why::equals);
    }

    private Decision moved(
            Placement placement,
            Instant now,
            Corrected corrected,
            Correction correction,
            Person by) {
        return switch (movePublication.moved(
                placement,
                now,
                corrected.publication(),
                correction.reason(),
                corrected.warnings(),
                by)) {
            case Write write ->
                    turned(
                            write.changed().onVersion(placement.version()),
                            now,
                            corrected,
                            correction,
                            by);
            case Answer(ChangeOutcome.Unchanged stays) ->
                    turned(placement, now, corrected, correction, by);
            case Answer answer -> answer;
            case WriteBoth other -> other;
        };
    }

    private static Decision turned(
            Placement placement,
            Instant now,
            Corrected corrected,
            Correction correction,
            Person by) {
        if (corrected.forwardability() == placement.forwardability()) {
            return written(placement, corrected, correction);
        }
        return switch (TurnColor.turned(
                placement, now, corrected.forwardability(), correction.reason(), by)) {
            case Write write ->
                    corrected.isToBeTold()
                            ? written(
                                    write.changed().onVersion(placement.version()),
                                    corrected,
                                    correction)
                            : write;
            case Answer answer -> answer;
            case WriteBoth other -> other;
        };
    }

    private static Decision written(
            Placement placement, Corrected corrected, Correction correction) {
        String changed =
                correction.amendments().stream()
                        .map(CorrectPlacement::told)
                        .collect(Collectors.joining("; "));
        return new Write(
                placement.corrected(corrected.story(), corrected.note(), correction),
                "correction %d%s"
                        .formatted(correction.number(), changed.isEmpty() ? "" : ": " + changed),
                correction.reason(),
                corrected.warnings());
    }

    private static String told(Amendment amendment) {
        return "%s from %s to %s"
                .formatted(
                        amendment.field(), quoted(amendment.before()), quoted(amendment.after()));
    }

    private static String quoted(Correction.@Nullable Value value) {
        return value == null
                ? "nothing"
                : "“%s”".formatted(PlainText.shortened(value.written(), SAID));
    }

    private static int bytes(Correction correction) {
        return bytes(correction.reason())
                + correction.amendments().stream()
                        .mapToInt(each -> bytes(each.before()) + bytes(each.after()))
                        .sum();
    }

    private static int bytes(Correction.@Nullable Value value) {
        return value == null ? 0 : bytes(value.written());
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
