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
        return decided(id, question, reason, name, by, ExemptFromQuestion::exempted);
    }

    /// @param name who decided; null if it was the person making the change
    ChangeOutcome undo(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        return decided(id, question, reason, name, by, ExemptFromQuestion::undone);
    }

    /// Decides about one question.
    @FunctionalInterface
    private interface StepFor {

        Decision on(
                Placement placement,
                Instant now,
                Question question,
                String why,
                @Nullable String name,
                Person by);
    }

    private ChangeOutcome decided(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by,
            StepFor step) {
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
        Question asked = which.get();
        return changes.apply(
                id, by, (placement, now) -> step.on(placement, now, asked, why, whose, by));
    }

    private static Decision exempted(
            Placement placement,
            Instant now,
            Question question,
            String why,
            @Nullable String name,
            Person by) {
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        Optional<Exemption> stands = placement.changes().exemption(question);
        if (stands.isPresent()
                && stands.get().reason().equals(why)
                && Objects.equals(stands.get().name(), name)) {
            return Decision.unchanged(placement);
        }
        return Decision.write(
                placement.exempted(new Exemption(question, why, name, now, by.id())),
                "exempt from " + told(question, name),
                why);
    }

    private static Decision undone(
            Placement placement,
            Instant now,
            Question question,
            String why,
            @Nullable String name,
            Person by) {
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        Optional<Exemption> holds = placement.changes().exemption(question);
        if (holds.isEmpty()) {
            return isRepeated(placement, question, why, name)
                    ? Decision.unchanged(placement)
                    : Decision.conflict(
                            "It isn’t marked as exempt from %s.".formatted(question.inWords()));
        }
        return Decision.write(
                placement.notExempt(holds.get(), new Exemption.Undone(why, name, now, by.id())),
                "no longer exempt from " + told(question, name),
                why);
    }

    private static boolean isRepeated(
            Placement placement, Question question, String why, @Nullable String name) {
        return placement
                .changes()
                .lastExemption(question)
                .flatMap(last -> Optional.ofNullable(last.undone()))
                .filter(undone ->
                        undone.reason().equals(why) && Objects.equals(undone.name(), name))
                .isPresent();
    }

    private static String told(Question question, @Nullable String name) {
        return name == null
                ? question.inWords()
                : "%s, as %s said".formatted(question.inWords(), name);
    }
}
