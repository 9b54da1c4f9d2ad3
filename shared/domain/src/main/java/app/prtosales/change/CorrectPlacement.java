package app.prtosales.change;

import app.prtosales.change.Decision.Answer;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import app.prtosales.intake.CorrectionReader;
import app.prtosales.placement.Correction;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Story;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts right what was told of a placement (R5.6).
final class CorrectPlacement {

    private final ApplyChange changes;
    private final EarlierStories earlier;
    private final Directory directory;

    CorrectPlacement(ApplyChange changes, EarlierStories earlier, Directory directory) {
        this.changes = changes;
        this.earlier = earlier;
        this.directory = directory;
    }

    ChangeOutcome correct(PlacementId id, CorrectionRequest request, Person by) {
        return changes.apply(id, by, (placement, now) -> corrected(placement, now, request, by));
    }

    private Decision corrected(
            Placement placement, Instant now, CorrectionRequest request, Person by) {
        Problems problems = new Problems();
        String why = Reason.read(request.reason(), problems);
        CorrectionReader.Corrected right =
                new CorrectionReader(placement, directory.segmentIds(), problems)
                        .read(request.texts(), request.segments(), request.personas());
        if (problems.any()) {
            return Decision.invalid(problems);
        }
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        List<Correction> before = placement.changes().corrections();
        boolean said = before.stream().anyMatch(each -> each.reason().equals(why));
        if (right.amendments().isEmpty() && said) {
            return Decision.unchanged(placement);
        }
        if (before.size() >= Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        Optional<ChangeOutcome> taken =
                takenByAnother(placement, right.story(), request.texts().get("url"));
        if (taken.isPresent()) {
            return new Answer(taken.get());
        }
        Correction correction =
                new Correction(before.size() + 1, right.amendments(), now, by.id(), why);
        String fields =
                right.amendments().stream()
                        .map(Correction.Amendment::field)
                        .collect(Collectors.joining(", "));
        return Decision.write(
                placement.corrected(right.story(), right.note(), correction),
                "correction %d%s"
                        .formatted(correction.number(), fields.isEmpty() ? "" : ": " + fields),
                why);
    }

    /// @param pasted the address as it was sent; null where it stays
    private Optional<ChangeOutcome> takenByAnother(
            Placement placement, Story story, @Nullable String pasted) {
        return earlier.telling(pasted, story)
                .filter(other -> !other.equals(placement.id()))
                .map(other ->
                        new ChangeOutcome.Conflict(
                                "This address is another placement's already.", other));
    }
}
