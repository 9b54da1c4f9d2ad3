package app.prtosales.audit;

import app.prtosales.audit.NextStep.Owner;
import app.prtosales.directory.Directory;
import app.prtosales.directory.MappingRule;
import app.prtosales.directory.Sequence;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.NobodyToAsk;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import app.prtosales.response.Response;
import app.prtosales.sequence.AskToChoose;
import app.prtosales.sequence.SequenceTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the next step for a placement that has not yet reached everyone, is in no sequence, or is
/// used in no deal, and who has to take it. If several steps remain, the next one is the one that
/// the others depend on.
public final class NextSteps {

    private final Directory directory;
    private final List<MappingRule> rules;
    private final Map<SequenceId, Sequence> sequences;
    private final Map<String, String> segments;
    private final Instant now;

    /// @param now the instant that decides whether a placement has expired: an expired one is not
    ///   added to sequences (R5.3)
    public NextSteps(Directory directory, Instant now) {
        this.now = now;
        this.directory = directory;
        this.segments = directory.segmentNames();
        this.rules = directory.rules();
        this.sequences = directory.sequences();
    }

    /// @param recorded all responses about the placement
    public Optional<NextStep> of(
            Placement placement, PlacementAnswers audit, List<Response> recorded) {
        if (placement.status().isOver()) {
            return Optional.empty();
        }
        boolean unplaced = audit.inActiveSequence().answer() == Answer.NO;
        boolean unused = audit.referencedInDeal().answer() == Answer.NO;
        if ((unplaced || unused) && placement.isExpiredAt(now)) {
            return step(
                    Owner.PR_OWNER,
                    "It has expired. If it’s still true, extend it; otherwise there’s nothing to do.");
        }
        if (gotByNobody(audit)) {
            return afterMissedDeadline(audit);
        }
        if ((unplaced || unused) && placement.forwardability() == Forwardability.AMBER) {
            return step(
                    Owner.PR_OWNER,
                    "Decide whether it can be forwarded. While it’s in review, it can’t be used in sequences or deals.");
        }
        if (unplaced && placement.forwardability() == Forwardability.GREEN) {
            return Optional.of(addToSequence(placement, audit, recorded));
        }
        if (unused && placement.forwardability() == Forwardability.GREEN) {
            return step(
                    Owner.RULE_3_OWNER,
                    "Ask the reps with target accounts in %s to use it and tell us where."
                            .formatted(segments(placement)));
        }
        return audit.reachedIn24h().answer() == Answer.NO
                ? afterMissedDeadline(audit)
                : Optional.empty();
    }

    /// Nobody can use it in a deal then, and the next story will fare the same.
    private boolean gotByNobody(PlacementAnswers audit) {
        Reached reached = audit.reached();
        return audit.reachedIn24h().answer() == Answer.NO
                && reached.count() == 0
                && (reached.verdict() == Verdict.VOID
                        ? isNobodyActive()
                        : reached.cause() == Cause.DELIVERY);
    }

    private boolean isNobodyActive() {
        return directory.roster().teamAt(now).isEmpty();
    }

    private String segments(Placement placement) {
        return placement.note().segments().stream()
                .map(id -> segments.getOrDefault(id, id))
                .collect(Collectors.joining(", "));
    }

    private NextStep addToSequence(
            Placement placement, PlacementAnswers audit, List<Response> recorded) {
        for (Facts.Confirmed lost : audit.facts().confirmed()) {
            if (sequences.containsKey(lost.sequence())) {
                return new NextStep(
                        Owner.SEQUENCE_OWNER,
                        lost.name(),
                        lost.hasStage()
                                ? "Restart the sequence, or move the story to an active one."
                                : "Its stage “%s” is gone. Pick another.".formatted(lost.stage()));
            }
        }
        List<SequenceTask> tasks = SequenceTask.of(placement, rules, sequences, recorded, now);
        return tasks.stream()
                .filter(task -> !task.isAnswered())
                .filter(SequenceTask::isOfActiveSequence)
                .map(SequenceTask::suggestion)
                .findFirst()
                .map(suggested ->
                        new NextStep(
                                Owner.SEQUENCE_OWNER,
                                suggested.sequence().name(),
                                "Add it at stage “%s”, then confirm from the email."
                                        .formatted(suggested.stage())))
                .orElseGet(() ->
                        choose(
                                AskToChoose.whyNobody(placement, rules, sequences, tasks)
                                        .orElseThrow()));
    }

    /// What to do about the inactive sequence that a rule or a person names for it; empty if there
    /// is none.
    public Optional<NextStep> restart(Placement placement) {
        return AskToChoose.whyNobody(placement, rules, sequences, List.of())
                .filter(why -> why.inactive() != null)
                .map(NextSteps::choose);
    }

    private static NextStep choose(NobodyToAsk why) {
        String name = why.inactive() == null ? "" : why.inactive().name();
        return switch (why.cause()) {
            case NO_RULE ->
                    ruleOwner(
                            "No rule covers it. Choose a sequence, and we’ll ask its owner within minutes.");
            case DECLINED ->
                    ruleOwner(
                            "Everyone we asked said it doesn’t fit. Choose another sequence, or ask PR to mark it exempt.");
            case PAUSED ->
                    new NextStep(
                            Owner.SEQUENCE_OWNER,
                            name,
                            "It’s paused. Restart it, or choose another sequence.");
            case ARCHIVED ->
                    ruleOwner("“%s” is archived. Choose another sequence.".formatted(name));
        };
    }

    private static NextStep ruleOwner(String step) {
        return new NextStep(Owner.RULE_2_OWNER, "", step);
    }

    private Optional<NextStep> afterMissedDeadline(PlacementAnswers audit) {
        if (audit.reached().verdict() == Verdict.VOID && !isNobodyActive()) {
            return Optional.empty();
        }
        if (audit.reached().cause() == Cause.LATE_INTAKE) {
            return step(Owner.RULE_1_OWNER, "Submit the next one on the day it’s published.");
        }
        if (audit.reached().cause() == Cause.HELD) {
            return step(Owner.OPS, "Emails were stopped. Fix the list of reps before they resume.");
        }
        return step(Owner.OPS, reachedTooFew(audit.reached()));
    }

    private static String reachedTooFew(Reached reached) {
        if (reached.verdict() == Verdict.VOID) {
            return "Upload the list of reps again. It had no active employees.";
        }
        if (reached.cause() != Cause.DELIVERY) {
            return "Find out why the emails went out late.";
        }
        return reached.count() == reached.of()
                ? "Find out why the mail servers of some reps took so long to accept the emails."
                : "Fix the email addresses of the reps who weren’t reached.";
    }

    private static Optional<NextStep> step(Owner owner, String step) {
        return Optional.of(new NextStep(owner, "", step));
    }
}
