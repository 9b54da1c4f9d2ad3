package app.prtosales.change;

import app.prtosales.history.Person;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Tone;
import app.prtosales.text.Problems;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes what reps may do with a placement (R5.5).
final class TurnColor {

    private final ApplyChange changes;

    TurnColor(ApplyChange changes) {
        this.changes = changes;
    }

    /// @param seen the color that the person saw: if someone else has changed it in the meantime,
    ///   the change is refused; null to change it regardless
    ChangeOutcome turn(
            PlacementId id,
            @Nullable String forwardability,
            @Nullable String seen,
            @Nullable String reason,
            Person by) {
        Problems problems = new Problems();
        String why = Reason.read(reason, problems);
        Optional<Forwardability> to =
                Words.read(Forwardability.class, forwardability == null ? "" : forwardability);
        if (to.isEmpty()) {
            problems.add("forwardability", "Use one of: " + Words.all(Forwardability.class));
        }
        if (problems.any() || to.isEmpty()) {
            return ChangeOutcome.invalid(problems);
        }
        Forwardability turned = to.get();
        return changes.apply(
                id, by, (placement, now) -> turned(placement, now, turned, seen, why, by));
    }

    private static Decision turned(
            Placement placement,
            Instant now,
            Forwardability to,
            @Nullable String seen,
            String why,
            Person by) {
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        if (placement.forwardability() == to) {
            return Decision.unchanged(placement);
        }
        String is = placement.forwardability().word();
        if (seen != null && !seen.equals(is)) {
            return Decision.conflict(
                    "Someone else just changed it to %s. Look again.".formatted(is));
        }
        if (placement.story().tone() == Tone.NEGATIVE) {
            return Decision.conflict("Negative coverage is always Red. Nobody should use it.");
        }
        return turned(placement, now, to, why, by);
    }

    /// The change itself, without comparing the color with what the person saw.
    static Decision turned(
            Placement placement, Instant now, Forwardability to, String why, Person by) {
        if (to == Forwardability.GREEN && placement.isExpiredAt(now)) {
            return Decision.conflict(
                    "It has expired. Set a new last day first, then change it to Green.");
        }
        int number = placement.changes().turns().size() + 1;
        if (number > Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        ColorChange turn =
                new ColorChange(number, placement.forwardability(), to, now, by.id(), why);
        return Decision.write(
                placement.turned(turn),
                "turned %s, was %s".formatted(to.word(), turn.from().word()),
                why);
    }
}
