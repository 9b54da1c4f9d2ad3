package app.prtosales.audit;

import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The three answers about one placement (R4.1), with enough data for a reader to recognize the
/// placement.
///
/// @param next the next step; null if there is none
public record PlacementAnswers(
        PlacementId id,
        String outlet,
        String headline,
        @Nullable String url,
        Forwardability forwardability,
        Instant publishedAt,
        Instant deadline,
        Reached reached,
        Finding reachedIn24h,
        Finding inActiveSequence,
        Finding referencedInDeal,
        Facts facts,
        @Nullable NextStep next) {

    static PlacementAnswers of(
            Placement placement,
            Reached reached,
            Finding first,
            Finding second,
            Finding third,
            Facts facts) {
        return new PlacementAnswers(
                placement.id(),
                placement.story().outlet(),
                placement.story().headline(),
                placement.story().url() == null ? null : placement.story().url().value(),
                placement.forwardability(),
                placement.publication().at(),
                placement.publication().deadline(),
                reached,
                first,
                second,
                third,
                facts,
                null);
    }

    /// The same, with the next step.
    public PlacementAnswers withNext(@Nullable NextStep step) {
        return with(reachedIn24h, inActiveSequence, step);
    }

    /// The same, with a different answer to the first question.
    PlacementAnswers withReachedIn24h(Finding other) {
        return with(other, inActiveSequence, next);
    }

    /// The same, with a different answer to the second question.
    PlacementAnswers withInActiveSequence(Finding other) {
        return with(reachedIn24h, other, next);
    }

    private PlacementAnswers with(Finding first, Finding second, @Nullable NextStep step) {
        return new PlacementAnswers(
                id,
                outlet,
                headline,
                url,
                forwardability,
                publishedAt,
                deadline,
                reached,
                first,
                second,
                referencedInDeal,
                facts,
                step);
    }

    /// Whether all three answers are No (R4.2).
    public boolean leaking() {
        return reachedIn24h.answer() == Answer.NO && isInNoSequenceAndNoDeal();
    }

    /// Whether the placement could be used, but is in no sequence and no deal. An imported
    /// placement, which is exempt from the first question, counts as leaking if this is true
    /// (R4.8).
    public boolean unused() {
        return askedWhetherUsed() && isInNoSequenceAndNoDeal();
    }

    private boolean isInNoSequenceAndNoDeal() {
        return inActiveSequence.answer() == Answer.NO && referencedInDeal.answer() == Answer.NO;
    }

    /// Whether questions 2 and 3 apply: not if the placement was taken back or is exempt from them.
    public boolean askedWhetherUsed() {
        return !facts.status().isOver()
                && inActiveSequence.answer() != Answer.EXEMPT
                && referencedInDeal.answer() != Answer.EXEMPT;
    }

    /// Whether all three answers can become Yes. A placement that is exempt from a question,
    /// imported or taken back can never get there, so it is left out when the others are counted.
    public boolean askedAllThree() {
        return reachedIn24h.answer() != Answer.EXEMPT && askedWhetherUsed();
    }

    /// Whether all three answers are Yes.
    public boolean fullyWired() {
        return reachedIn24h.answer() == Answer.YES
                && inActiveSequence.answer() == Answer.YES
                && referencedInDeal.answer() == Answer.YES;
    }

    /// Whether the first question has no answer yet.
    public boolean pending() {
        return reachedIn24h.answer() == Answer.PENDING;
    }
}
