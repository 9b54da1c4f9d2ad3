package app.prtosales.change;

import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.kit.ChampionKit;
import app.prtosales.placement.Choice;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Question;
import app.prtosales.placement.Tone;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import app.prtosales.sequence.SequenceTask;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets a person choose a sequence and a stage for a placement, for example because no rule matches
/// it (R2.1). The sequence's owner is asked just as for a rule's suggestion, and never twice.
final class ChooseSequence {

    private static final String SEQUENCE = "sequence";

    private static final Set<ListName> LISTS =
            Set.of(ListName.RULES, ListName.SEGMENTS, ListName.SEQUENCES);

    private final ApplyChange changes;
    private final Directory directory;
    private final Responses responses;

    ChooseSequence(ApplyChange changes, Directory directory, Responses responses) {
        this.changes = changes;
        this.directory = directory;
        this.responses = responses;
    }

    /// @param sequence the sequence's id
    ChangeOutcome choose(
            PlacementId id,
            @Nullable String sequence,
            @Nullable String stage,
            @Nullable String reason,
            Person by) {
        Directory lists = directory.with(LISTS);
        Problems problems = new Problems();
        String why = Reason.read(reason, problems);
        Optional<Sequence> chosen = sequence(sequence, lists, problems);
        String at = chosen.map(each -> stage(stage, each, problems)).orElse("");
        if (chosen.isEmpty() && (stage == null || stage.isBlank())) {
            problems.add("stage", "Choose a stage");
        }
        if (problems.any() || chosen.isEmpty()) {
            return ChangeOutcome.invalid(problems);
        }
        Chosen choice = new Chosen(chosen.get(), at, why, by);
        return changes.apply(id, by, (placement, now) -> chosen(placement, now, choice, lists));
    }

    private record Chosen(Sequence sequence, String stage, String why, Person by) {}

    private static Optional<Sequence> sequence(
            @Nullable String id, Directory lists, Problems problems) {
        if (id == null || id.isBlank()) {
            problems.add(SEQUENCE, "Choose an active sequence");
            return Optional.empty();
        }
        @Nullable Sequence found = lists.sequences().get(new SequenceId(id.strip()));
        if (found == null) {
            problems.add(SEQUENCE, "Choose a sequence from your list, or add this one there");
            return Optional.empty();
        }
        if (found.status() != Sequence.Status.ACTIVE) {
            problems.add(
                    SEQUENCE,
                    "“%s” is %s. Choose an active one, or restart it"
                            .formatted(found.name(), found.status().word()));
            return Optional.empty();
        }
        if (found.stages().isEmpty()) {
            problems.add(SEQUENCE, "“%s” has no stages yet. Add one first".formatted(found.name()));
            return Optional.empty();
        }
        return Optional.of(found);
    }

    private static String stage(@Nullable String stage, Sequence sequence, Problems problems) {
        String wanted = stage == null ? "" : stage.strip();
        Optional<String> known = sequence.stage(wanted);
        if (known.isPresent()) {
            return known.get();
        }
        problems.add(
                "stage",
                (wanted.isEmpty() ? "Choose a stage" : "That isn’t a stage of “%s”")
                                .formatted(sequence.name())
                        + sequence.stages().stream().collect(Collectors.joining(", ", ": ", "")));
        return "";
    }

    private Decision chosen(Placement placement, Instant now, Chosen choice, Directory lists) {
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        Optional<String> never = whyNever(placement, now);
        if (never.isPresent()) {
            return Decision.conflict(never.get());
        }
        Sequence sequence = choice.sequence();
        Optional<Choice> before = placement.changes().choice(sequence.id());
        if (before.isPresent() && before.get().stage().equalsIgnoreCase(choice.stage())) {
            return Decision.unchanged(placement);
        }
        // Until the owner is asked, a sequence chosen by hand can be given another stage.
        boolean asks = asksOwners(placement, now);
        Optional<String> asked =
                alreadyAsked(placement, sequence, asks || before.isEmpty(), lists, now);
        return asked.isPresent()
                ? Decision.conflict(asked.get())
                : write(placement, now, choice, asks);
    }

    private static Decision write(Placement placement, Instant now, Chosen choice, boolean asks) {
        Sequence sequence = choice.sequence();
        List<Choice> choices = placement.changes().choices();
        int number = choices.isEmpty() ? 1 : choices.getLast().number() + 1;
        if (number > Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        Choice added =
                new Choice(
                        number, sequence.id(), choice.stage(), choice.why(), now, choice.by().id());
        return new Decision.Write(
                placement.chosen(added),
                "chose the sequence %s, stage %s".formatted(sequence.name(), choice.stage()),
                choice.why(),
                asks ? List.of() : List.of(whenAsked(placement, sequence)));
    }

    /// Whether owners are being asked by now; a placement that may not be forwarded opens no task
    /// (R5.5).
    private static boolean asksOwners(Placement placement, Instant now) {
        return (placement.isOut() || placement.backfill()) && ChampionKit.isReady(placement, now);
    }

    /// Why the placement can go into no sequence; empty if it can, now or once it is Green.
    private static Optional<String> whyNever(Placement placement, Instant now) {
        if (placement.story().tone() == Tone.NEGATIVE) {
            return Optional.of("It’s negative coverage, so sequences can’t use it.");
        }
        Optional<Exemption> exempt = placement.changes().exemption(Question.IN_ACTIVE_SEQUENCE);
        if (exempt.isPresent()) {
            return Optional.of(
                    "It’s exempt from sequences: “%s”.".formatted(exempt.get().reason()));
        }
        if (placement.isExpiredAt(now)) {
            return Optional.of("It has expired. Set a new last day first, then choose a sequence.");
        }
        return placement.forwardability() == Forwardability.RED
                ? Optional.of("It’s Red, so nobody can use it. Change it to Green first.")
                : Optional.empty();
    }

    /// Why the owner cannot be asked, because of an earlier request; empty if there was none.
    ///
    /// @param open whether an open task also prevents it
    private Optional<String> alreadyAsked(
            Placement placement, Sequence sequence, boolean open, Directory lists, Instant now) {
        return SequenceTask.of(
                        placement,
                        lists.rules(),
                        lists.sequences(),
                        responses.recorded(placement),
                        now)
                .stream()
                .filter(task -> task.suggestion().sequence().id().equals(sequence.id()))
                .findFirst()
                .flatMap(task -> alreadyAsked(task, open, asksOwners(placement, now)));
    }

    private static Optional<String> alreadyAsked(SequenceTask task, boolean open, boolean asks) {
        String name = task.suggestion().sequence().name();
        return switch (task.answer()) {
            case Response.InSequence in ->
                    Optional.of("It’s already in “%s”, stage “%s”.".formatted(name, in.stage()));
            case Response.Declined no ->
                    Optional.of(
                            "The owner of “%s” said it doesn’t fit: “%s”. Choose another sequence."
                                    .formatted(name, no.reason()));
            case Response.Removed out -> Optional.empty();
            case null ->
                    open
                            ? Optional.of(
                                    (asks
                                                    ? "We already asked the owner of “%s”, who picks the stage."
                                                    : "“%s” is already suggested. We’ll ask its owner once it’s Green.")
                                            .formatted(name))
                            : Optional.empty();
        };
    }

    private static FieldError whenAsked(Placement placement, Sequence sequence) {
        return new FieldError(
                SEQUENCE,
                "Saved. We’ll ask %s, owner of “%s”, once %s"
                        .formatted(
                                sequence.owner(),
                                sequence.name(),
                                placement.forwardability() == Forwardability.GREEN
                                        ? "the emails are out"
                                        : "it’s Green"));
    }
}
