package app.prtosales.audit;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.AccountId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Question;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Status;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import app.prtosales.response.Champion;
import app.prtosales.response.Response;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.SameUse;
import app.prtosales.text.Plural;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers the three questions about a placement (R4.1), each with its evidence and time.
public final class AnswerQuestions {

    private AnswerQuestions() {}

    /// @param reached how many reps have been reached so far
    /// @param recorded the responses about the placement
    public static PlacementAnswers audit(
            Placement placement, Reached reached, List<Response> recorded, Directory directory) {
        return recorded.isEmpty()
                ? audit(placement, reached, recorded, Lists.NONE)
                : audit(placement, reached, recorded, new Lists(directory));
    }

    private static PlacementAnswers audit(
            Placement placement, Reached reached, List<Response> recorded, Lists lists) {
        return audit(placement, reached, recorded, lists, 0);
    }

    /// @param acknowledged how many reps confirmed having read it
    static PlacementAnswers audit(
            Placement placement,
            Reached reached,
            List<Response> recorded,
            Lists lists,
            int acknowledged) {
        return PlacementAnswers.of(
                placement,
                reached,
                reachedIn24h(placement, reached),
                inActiveSequence(placement, recorded, lists),
                referencedInDeal(placement, recorded, lists),
                facts(placement, recorded, lists, acknowledged));
    }

    /// The directory data that answers depend on.
    ///
    /// @param gone when each removed sequence was taken off the list
    record Lists(
            Map<SequenceId, Sequence> sequences,
            Map<SequenceId, String> names,
            Map<SequenceId, Instant> gone,
            Map<AccountId, TargetAccount> accounts,
            SameUse sameUse) {

        /// For a placement without responses, which needs no directory data.
        private static final Lists NONE =
                new Lists(Map.of(), Map.of(), Map.of(), Map.of(), SameUse.withoutLists());

        /// The name of a sequence, even if it is off the list.
        String name(SequenceId sequence) {
            return names.getOrDefault(sequence, "a deleted sequence");
        }

        Lists(Directory directory) {
            this(
                    directory.sequences(),
                    directory.sequenceNames(),
                    directory.sequencesGone(),
                    TargetAccount.byAnyId(directory.accounts()),
                    new SameUse(directory));
        }

        /// The account of a deal, which may have another id by now; null if it is not on the list.
        @Nullable TargetAccount account(Referenced used) {
            return used.account() == null ? null : accounts.get(used.account());
        }
    }

    private static Facts facts(
            Placement placement, List<Response> recorded, Lists lists, int acknowledged) {
        List<Facts.Confirmed> confirmed = new ArrayList<>();
        List<Facts.Used> uses = new ArrayList<>();
        for (Response each : Response.standing(recorded)) {
            if (each instanceof InSequence in && in.outdatedBy(placement).isEmpty()) {
                confirmed.add(confirmed(in, lists));
            }
        }
        for (Referenced used : uses(recorded, lists)) {
            @Nullable TargetAccount account = lists.account(used);
            uses.add(
                    new Facts.Used(
                            account == null ? used.account() : account.id(),
                            used.accountName(),
                            account != null && account.target(),
                            used.how(),
                            used.at()));
        }
        return new Facts(
                placement.publication().zone(),
                placement.story().format(),
                placement.story().tone(),
                placement.status(),
                placement.backfill(),
                placement.acceptedAt(),
                placement.note().segments(),
                placement.note().personas(),
                acknowledged,
                placement.expiresAt(),
                placement.judgment() == null ? null : placement.judgment().restatedAt(),
                confirmed,
                uses,
                (int) lists.sameUse().champions(recorded).stream().filter(Champion::armed).count());
    }

    static Facts.Confirmed confirmed(InSequence in, Lists lists) {
        Sequence sequence = lists.sequences().get(in.sequence());
        return sequence == null
                ? new Facts.Confirmed(
                        in.sequence(),
                        lists.name(in.sequence()),
                        in.stage(),
                        in.at(),
                        Facts.Confirmed.GONE,
                        false,
                        List.of())
                : new Facts.Confirmed(
                        in.sequence(),
                        sequence.name(),
                        sequence.stage(in.stage()).orElse(in.stage()),
                        in.at(),
                        sequence.status().word(),
                        sequence.stage(in.stage()).isPresent(),
                        sequence.personas());
    }

    private static Finding reachedIn24h(Placement placement, Reached reached) {
        if (placement.backfill()) {
            return new Finding(Answer.EXEMPT, "imported from the past, never emailed", null);
        }
        boolean neverSent = placement.status().isOver() && !placement.isOut();
        if ((neverSent || placement.status() == Status.WITHDRAWN)
                && reached.verdict() == Verdict.PENDING) {
            return new Finding(Answer.EXEMPT, placement.status().word(), null);
        }
        String count = reached(reached.count(), reached);
        return switch (reached.verdict()) {
            case PENDING ->
                    new Finding(
                            Answer.PENDING,
                            reached.of() == 0
                                    ? "still within its 24 hours"
                                    : "%s; the deadline is %s"
                                            .formatted(count, placement.publication().deadline()),
                            reached.lastAt());
            case MET -> new Finding(Answer.YES, count + " within 24 hours", reached.lastAt());
            case MISSED ->
                    new Finding(
                            Answer.NO,
                            "%s within 24 hours%s"
                                    .formatted(
                                            reached(reached.inTime(), reached),
                                            reached.cause() == null
                                                    ? ""
                                                    : "; " + reached.cause().inWords()),
                            reached.lastAt());
            case VOID -> new Finding(Answer.NO, "there were no active reps to reach", null);
        };
    }

    private static String reached(int count, Reached reached) {
        return "%d of %s reached".formatted(count, Plural.count(reached.of(), "rep"));
    }

    private static Finding inActiveSequence(
            Placement placement, List<Response> recorded, Lists lists) {
        return settledByLane(placement, Question.IN_ACTIVE_SEQUENCE)
                .orElseGet(() -> new AnswerInSequence(placement, recorded, lists).find());
    }

    private static Finding referencedInDeal(
            Placement placement, List<Response> recorded, Lists lists) {
        Optional<Finding> settled = settledByLane(placement, Question.REFERENCED_IN_DEAL);
        if (settled.isPresent()) {
            return settled.get();
        }
        Finding best = new Finding(Answer.NO, "no rep has recorded using it in a deal yet", null);
        for (Referenced reference : uses(recorded, lists)) {
            String where = "%s: %s".formatted(reference.accountName(), reference.how().label());
            @Nullable TargetAccount account = lists.account(reference);
            if (account != null && account.target()) {
                return new Finding(Answer.YES, where, reference.at());
            }
            best = new Finding(Answer.NO, where + ", not a target account", reference.at());
        }
        return best;
    }

    /// The uses in deals, the earliest first, so that a later one does not change when a Yes began.
    private static List<Referenced> uses(List<Response> recorded, Lists lists) {
        return lists.sameUse().counting(recorded).stream()
                .filter(Referenced.class::isInstance)
                .map(Referenced.class::cast)
                .sorted(Comparator.comparing(Referenced::at))
                .toList();
    }

    private static Finding exempt(Exemption exemption) {
        String name = exemption.name() == null ? "" : " (%s)".formatted(exemption.name());
        return new Finding(Answer.EXEMPT, exemption.reason() + name, exemption.at());
    }

    /// Answers questions 2 and 3 if no responses are needed: exempt, negative, taken back or not
    /// Green (R2.5, R5.5, R5.7).
    private static Optional<Finding> settledByLane(Placement placement, Question question) {
        Optional<Exemption> exemption = placement.changes().exemption(question);
        if (exemption.isPresent() && !placement.status().isOver()) {
            return exemption.map(AnswerQuestions::exempt);
        }
        if (placement.story().tone() == Tone.NEGATIVE) {
            return Optional.of(new Finding(Answer.EXEMPT, "negative coverage", null));
        }
        if (placement.status().isOver()) {
            TakenBack why = placement.changes().takenBack();
            return Optional.of(
                    new Finding(
                            Answer.NO, placement.status().word(), why == null ? null : why.at()));
        }
        if (placement.forwardability() == Forwardability.AMBER) {
            return Optional.of(new Finding(Answer.NO, "in review", turnedAt(placement)));
        }
        if (placement.forwardability() == Forwardability.RED) {
            return Optional.of(
                    new Finding(Answer.NO, "marked Red: do not use", turnedAt(placement)));
        }
        return Optional.empty();
    }

    /// When the current color was set; null if it has never changed.
    private static @Nullable Instant turnedAt(Placement placement) {
        return placement.changes().lastTurn().map(ColorChange::at).orElse(null);
    }
}
