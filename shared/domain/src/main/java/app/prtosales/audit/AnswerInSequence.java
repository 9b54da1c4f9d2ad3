package app.prtosales.audit;

import app.prtosales.audit.AnswerQuestions.Lists;
import app.prtosales.directory.Sequence;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Placement;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.BetterPlace.OwnPage;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Response.Removed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers from the sequence owners' responses whether a placement is in an active sequence (R2.4).
final class AnswerInSequence {

    private final Placement placement;
    private final List<Response> recorded;
    private final Lists lists;

    /// @param recorded the responses about the placement
    AnswerInSequence(Placement placement, List<Response> recorded, Lists lists) {
        this.placement = placement;
        this.recorded = recorded;
        this.lists = lists;
    }

    /// One active sequence is enough for a Yes. Of several lost sequences, the one lost last
    /// explains the No.
    Finding find() {
        Finding best = new Finding(Answer.NO, "no sequence owner has confirmed it yet", null);
        for (Response each : Response.standing(recorded)) {
            if (each instanceof OfSequence answer) {
                Finding finding = of(answer);
                if (finding.answer() == Answer.YES) {
                    return finding;
                }
                best = laterLost(best, finding);
            }
        }
        return best;
    }

    private static Finding laterLost(Finding one, Finding other) {
        return one.at() != null && (other.at() == null || one.at().isAfter(other.at()))
                ? one
                : other;
    }

    /// @return the finding; if the answer was Yes before, with the date on which it turned No
    private Finding of(OfSequence answer) {
        return switch (answer) {
            case Declined declined -> declined(declined);
            case Removed removed ->
                    new Finding(
                            Answer.NO,
                            "taken out of %s".formatted(lists.name(removed.sequence())),
                            removed.at());
            case InSequence in -> confirmed(in);
        };
    }

    private Finding confirmed(InSequence in) {
        @Nullable Sequence sequence = lists.sequences().get(in.sequence());
        String name = lists.name(in.sequence());
        if (in.outdatedBy(placement).isPresent()) {
            return lost(
                    in,
                    in.outdatedBy(placement).orElseThrow().from(),
                    "it couldn’t be used for a while, and the owner of %s hasn’t confirmed it since"
                            .formatted(name));
        }
        if (sequence == null) {
            return lost(
                    in,
                    lists.gone().get(in.sequence()),
                    "%s is no longer on the list of sequences".formatted(name));
        }
        if (sequence.status() != Sequence.Status.ACTIVE) {
            return lost(
                    in,
                    sequence.statusSince(),
                    "%s is %s".formatted(name, sequence.status().word()));
        }
        if (sequence.stage(in.stage()).isEmpty()) {
            return lost(
                    in,
                    sequence.stageGoneAt(in.stage()).orElse(null),
                    "%s no longer has the stage “%s”".formatted(name, in.stage()));
        }
        return new Finding(Answer.YES, "in %s, stage “%s”".formatted(name, in.stage()), in.at());
    }

    private static Finding lost(InSequence in, @Nullable Instant since, String why) {
        return since == null || since.isBefore(in.at())
                ? new Finding(Answer.NO, why, null)
                : new Finding(Answer.NO, why + "; it counted until then", since);
    }

    /// @return the finding; if the owner had confirmed before, with the date on which that Yes
    ///   ended
    private Finding declined(Declined declined) {
        String why = why(declined);
        @Nullable InSequence confirmed = null;
        @Nullable Instant ended = null;
        for (OfSequence each : answers(declined.sequence())) {
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
        @Nullable Instant paused = confirmed(confirmed).at();
        boolean isPausedBefore =
                paused != null && paused.isAfter(confirmed.at()) && paused.isBefore(ended);
        return lost(confirmed, isPausedBefore ? paused : ended, why);
    }

    /// All answers about a sequence, in order.
    private List<OfSequence> answers(SequenceId sequence) {
        return recorded.stream()
                .filter(OfSequence.class::isInstance)
                .map(OfSequence.class::cast)
                .filter(each -> each.sequence().equals(sequence))
                .sorted(Comparator.comparingInt(Response::number))
                .toList();
    }

    /// If the placement is only on our own pages, the text says so; that is never a Yes (R2.3). If
    /// the owner named another sequence, it is that sequence's owner who has to answer.
    private String why(Declined declined) {
        String name = lists.name(declined.sequence());
        return switch (declined.elsewhere()) {
            case OwnPage.PRESS_PAGE -> "only on the press page, which isn’t a sequence";
            case OwnPage.SOCIAL_MEDIA -> "only on social media, which isn’t a sequence";
            case OtherSequence(SequenceId other) when isOpen(other) ->
                    "the owner of %s said it fits %s better, whose owner hasn’t answered yet: %s"
                            .formatted(name, lists.name(other), declined.reason());
            case OtherSequence other -> doesNotFit(name, declined);
            case null -> doesNotFit(name, declined);
        };
    }

    private boolean isOpen(SequenceId other) {
        @Nullable Sequence sequence = lists.sequences().get(other);
        return sequence != null
                && sequence.status() == Sequence.Status.ACTIVE
                && answers(other).isEmpty();
    }

    private static String doesNotFit(String name, Declined declined) {
        return "the owner of %s said it doesn’t fit: %s".formatted(name, declined.reason());
    }
}
