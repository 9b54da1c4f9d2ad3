package app.prtosales.audit;

import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The three answers about one placement (R4.1), with what a reader needs to know which it is.
public record PlacementAudit(
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
        Finding referencedInDeal) {

    static PlacementAudit of(
            Placement placement, Reached reached, Finding first, Finding second, Finding third) {
        return new PlacementAudit(
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
                third);
    }

    /// All three answers are No (R4.2).
    public boolean leaking() {
        return reachedIn24h.answer() == Answer.NO
                && inActiveSequence.answer() == Answer.NO
                && referencedInDeal.answer() == Answer.NO;
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
