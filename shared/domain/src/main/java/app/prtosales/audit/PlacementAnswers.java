package app.prtosales.audit;

import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The three answers about one placement (R4.1), with what a reader needs to know which it is.
///
/// @param next what has to happen next; null where nothing has to
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

    /// The same, with what has to happen next.
    public PlacementAnswers withNext(@Nullable NextStep step) {
        return new PlacementAnswers(
                id,
                outlet,
                headline,
                url,
                forwardability,
                publishedAt,
                deadline,
                reached,
                reachedIn24h,
                inActiveSequence,
                referencedInDeal,
                facts,
                step);
    }

    /// All three answers are No (R4.2).
    public boolean leaking() {
        return reachedIn24h.answer() == Answer.NO && nowhere();
    }

    /// It could be used, and is in no sequence and was used in no deal. For an import from the
    /// past, which is not asked whether it reached anybody, this is the leak (R4.8).
    public boolean unused() {
        return askedWhetherUsed() && nowhere();
    }

    private boolean nowhere() {
        return inActiveSequence.answer() == Answer.NO && referencedInDeal.answer() == Answer.NO;
    }

    /// Whether questions 2 and 3 are asked of it: nobody is to use what was taken back, or what is
    /// exempt from them.
    public boolean askedWhetherUsed() {
        return !facts.status().isOver()
                && inActiveSequence.answer() != Answer.EXEMPT
                && referencedInDeal.answer() != Answer.EXEMPT;
    }

    /// Whether all three can become Yes. What is exempt from a question, imported from the past or
    /// taken back never gets there, and is not counted among those that have not.
    public boolean askedAllThree() {
        return reachedIn24h.answer() != Answer.EXEMPT && askedWhetherUsed();
    }

    /// All three answers are Yes.
    public boolean fullyWired() {
        return reachedIn24h.answer() == Answer.YES
                && inActiveSequence.answer() == Answer.YES
                && referencedInDeal.answer() == Answer.YES;
    }

    public boolean pending() {
        return reachedIn24h.answer() == Answer.PENDING;
    }
}
