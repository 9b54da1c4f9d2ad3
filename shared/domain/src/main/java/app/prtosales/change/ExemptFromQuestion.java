package app.prtosales.change;

import app.prtosales.history.Person;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Question;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Exempts a placement from a question, with a reason and a name, or undoes that (R2.5).
final class ExemptFromQuestion {

    private static final int MAXIMUM_NAME = 200;

    private final ApplyChange changes;

    ExemptFromQuestion(ApplyChange changes) {
        this.changes = changes;
    }

    /// @param name who decided; null if it was the person making the change
    ChangeOutcome exempt(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        return decide(id, question, reason, name, by, ruling -> ruling::exempt);
    }

    /// @param name who decided; null if it was the person making the change
    ChangeOutcome undo(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        return decide(id, question, reason, name, by, ruling -> ruling::undo);
    }

    private ChangeOutcome decide(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by,
            Function<Ruling, Step> step) {
        Problems problems = new Problems();
        String why = Reason.read(reason, problems);
        @Nullable String whose = PlainText.oneLine("name", name, MAXIMUM_NAME, problems);
        Optional<Question> which = Question.read(question == null ? "" : question);
        if (which.isEmpty()) {
            problems.add(
                    "question",
                    "Use one of: %s. Nobody can exempt a story from reaching the team in time"
                            .formatted(Question.all()));
        }
        if (problems.any() || which.isEmpty()) {
            return ChangeOutcome.invalid(problems);
        }
        return changes.apply(id, by, step.apply(new Ruling(which.get(), why, whose, by)));
    }

    /// What somebody decided about one question.
    ///
    /// @param name who decided; null if it was the person making the change
    private record Ruling(Question question, String why, @Nullable String name, Person by) {

        Decision exempt(Placement placement, Instant now) {
            if (placement.status().isOver()) {
                return Decision.over(placement);
            }
            Optional<Exemption> stands = placement.changes().exemption(question);
            if (stands.filter(each -> isSame(each.reason(), each.name())).isPresent()) {
                return Decision.unchanged(placement);
            }
            return Decision.write(
                    placement.exempted(new Exemption(question, why, name, now, by.id())),
                    "exempt from " + told(),
                    why);
        }

        Decision undo(Placement placement, Instant now) {
            if (placement.status().isOver()) {
                return Decision.over(placement);
            }
            Optional<Exemption> holds = placement.changes().exemption(question);
            if (holds.isEmpty()) {
                return isAlreadyUndone(placement)
                        ? Decision.unchanged(placement)
                        : Decision.conflict(
                                "It isn’t marked as exempt from %s.".formatted(question.inWords()));
            }
            return Decision.write(
                    placement.notExempt(holds.get(), new Exemption.Undone(why, name, now, by.id())),
                    "no longer exempt from " + told(),
                    why);
        }

        /// Whether the last exemption was undone for the same reason, by the same person.
        private boolean isAlreadyUndone(Placement placement) {
            return placement
                    .changes()
                    .lastExemption(question)
                    .flatMap(last -> Optional.ofNullable(last.undone()))
                    .filter(undone -> isSame(undone.reason(), undone.name()))
                    .isPresent();
        }

        private boolean isSame(String reason, @Nullable String whose) {
            return reason.equals(why) && Objects.equals(whose, name);
        }

        private String told() {
            return name == null
                    ? question.inWords()
                    : "%s, as %s said".formatted(question.inWords(), name);
        }
    }
}
