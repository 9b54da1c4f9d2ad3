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
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.BetterPlace.OwnPage;
import app.prtosales.response.Champion;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
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
        Optional<Finding> settled = settledByLane(placement, Question.IN_ACTIVE_SEQUENCE);
        if (settled.isPresent()) {
            return settled.get();
        }
        Finding best = new Finding(Answer.NO, "no sequence owner has confirmed it yet", null);
        for (Response each : Response.standing(recorded)) {
            if (each instanceof OfSequence answer) {
                Finding finding = inSequence(answer, placement, recorded, lists);
                if (finding.answer() == Answer.YES) {
                    return finding;
                }
                best = laterLost(best, finding);
            }
        }
        return best;
    }

    /// Of several lost sequences, the one lost last explains the No.
    private static Finding laterLost(Finding one, Finding other) {
        return one.at() != null && (other.at() == null || one.at().isAfter(other.at()))
                ? one
                : other;
    }

    /// @return the finding; if the answer was Yes before, with the date on which it turned No
    ///   (R2.4)
    private static Finding inSequence(
            OfSequence answer, Placement placement, List<Response> recorded, Lists lists) {
        Sequence sequence = lists.sequences().get(answer.sequence());
        String name = lists.name(answer.sequence());
        return switch (answer) {
            case Declined declined -> declined(name, declined, placement, recorded, lists);
            case Removed removed ->
                    new Finding(Answer.NO, "taken out of %s".formatted(name), removed.at());
            case InSequence in when in.outdatedBy(placement).isPresent() ->
                    lost(
                            in,
                            in.outdatedBy(placement).orElseThrow().from(),
                            "it couldn’t be used for a while, and the owner of %s hasn’t confirmed it since"
                                    .formatted(name));
            case InSequence in when sequence == null ->
                    lost(
                            in,
                            lists.gone().get(in.sequence()),
                            "%s is no longer on the list of sequences".formatted(name));
            case InSequence in when sequence.status() != Sequence.Status.ACTIVE ->
                    lost(
                            in,
                            sequence.statusSince(),
                            "%s is %s".formatted(name, sequence.status().word()));
            case InSequence in when sequence.stage(in.stage()).isEmpty() ->
                    lost(
                            in,
                            sequence.stageGoneAt(in.stage()).orElse(null),
                            "%s no longer has the stage “%s”".formatted(name, in.stage()));
            case InSequence in ->
                    new Finding(
                            Answer.YES, "in %s, stage “%s”".formatted(name, in.stage()), in.at());
        };
    }

    /// @return the finding; if the owner had confirmed before, with the date on which that Yes
    ///   ended
    private static Finding declined(
            String name,
            Declined declined,
            Placement placement,
            List<Response> recorded,
            Lists lists) {
        String why = declined(name, declined, recorded, lists);
        @Nullable InSequence confirmed = null;
        @Nullable Instant ended = null;
        for (OfSequence each : answers(declined.sequence(), recorded)) {
            if (each instanceof InSequence in) {
                confirmed = in;
                ended = null;
            } else if (ended == null) {
                ended = each.at();
            }
        }
        if (confirmed == null || ended == null) {
            return new Finding(Answer.NO, why, null);
        }
        Instant paused = inSequence(confirmed, placement, recorded, lists).at();
        boolean isPausedBefore =
                paused != null && paused.isAfter(confirmed.at()) && paused.isBefore(ended);
        return lost(confirmed, isPausedBefore ? paused : ended, why);
    }

    private static List<OfSequence> answers(SequenceId sequence, List<Response> recorded) {
        return recorded.stream()
                .filter(OfSequence.class::isInstance)
                .map(OfSequence.class::cast)
                .filter(each -> each.sequence().equals(sequence))
                .sorted(Comparator.comparingInt(Response::number))
                .toList();
    }

    private static Finding lost(InSequence in, @Nullable Instant since, String why) {
        return since == null || since.isBefore(in.at())
                ? new Finding(Answer.NO, why, null)
                : new Finding(Answer.NO, why + "; it counted until then", since);
    }

    /// If the placement is only on our own pages, the text says so; that is never a Yes (R2.3). If
    /// the owner named another sequence, it is that sequence's owner who has to answer.
    private static String declined(
            String name, Declined declined, List<Response> recorded, Lists lists) {
        return switch (declined.elsewhere()) {
            case OwnPage.PRESS_PAGE -> "only on the press page, which isn’t a sequence";
            case OwnPage.SOCIAL_MEDIA -> "only on social media, which isn’t a sequence";
            case OtherSequence(SequenceId other) when isOpen(other, recorded, lists) ->
                    "the owner of %s said it fits %s better, whose owner hasn’t answered yet: %s"
                            .formatted(name, lists.name(other), declined.reason());
            case OtherSequence other -> doesNotFit(name, declined);
            case null -> doesNotFit(name, declined);
        };
    }

    private static boolean isOpen(SequenceId other, List<Response> recorded, Lists lists) {
        @Nullable Sequence sequence = lists.sequences().get(other);
        return sequence != null
                && sequence.status() == Sequence.Status.ACTIVE
                && answers(other, recorded).isEmpty();
    }

    private static String doesNotFit(String name, Declined declined) {
        return "the owner of %s said it doesn’t fit: %s".formatted(name, declined.reason());
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
