package app.prtosales.change;

import app.prtosales.history.Person;
import app.prtosales.placement.MergedCopies;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Responses;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Withdraws a placement before anyone has been told about it (R1.13).
final class WithdrawPlacement {

    private final ApplyChange changes;
    private final MergedCopies copies;
    private final Responses responses;

    WithdrawPlacement(ApplyChange changes, MergedCopies copies, Responses responses) {
        this.changes = changes;
        this.copies = copies;
        this.responses = responses;
    }

    ChangeOutcome withdraw(PlacementId id, @Nullable String reason, Person by) {
        return changes.applyWithReason(
                id, reason, by, (placement, now, why) -> withdrawn(placement, now, why, by));
    }

    private Decision withdrawn(Placement placement, Instant now, String why, Person by) {
        if (placement.status() == Status.WITHDRAWN) {
            return Decision.unchanged(placement);
        }
        if (placement.status() == Status.RETRACTED) {
            return Decision.conflict("It was already retracted.");
        }
        if (placement.isOut()) {
            return Decision.conflict(
                    "Its emails have gone out or are waiting to, so it can’t be withdrawn. Retract it instead.");
        }
        if (copies.areOut(placement)) {
            return Decision.conflict(
                    "Emails about a copy of it have already gone out, so it can’t be withdrawn. Retract it instead.");
        }
        if (isInSequence(placement)) {
            return Decision.conflict(
                    "It’s in a sequence, so it can’t be withdrawn. Retract it instead: the sequence’s owner is then asked to take it out.");
        }
        return Decision.write(
                placement.withdrawn(new TakenBack(now, by.id(), why, null)), "withdrawn", why);
    }

    /// Owners of sequences know an imported placement although it was never sent (R4.8).
    private boolean isInSequence(Placement placement) {
        return placement.backfill()
                && responses.standing(placement).stream().anyMatch(InSequence.class::isInstance);
    }
}
