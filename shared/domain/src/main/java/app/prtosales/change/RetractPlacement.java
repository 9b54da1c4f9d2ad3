package app.prtosales.change;

import app.prtosales.history.Person;
import app.prtosales.placement.MergedCopies;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.TakenBack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells everyone who was told about a placement to stop using it (R5.6).
final class RetractPlacement {

    private final ApplyChange changes;
    private final MergedCopies copies;

    RetractPlacement(ApplyChange changes, MergedCopies copies) {
        this.changes = changes;
        this.copies = copies;
    }

    ChangeOutcome retract(PlacementId id, @Nullable String reason, Person by) {
        return changes.applyWithReason(
                id, reason, by, (placement, now, why) -> retracted(placement, now, why, by));
    }

    private Decision retracted(Placement placement, Instant now, String why, Person by) {
        if (placement.status() == Status.RETRACTED) {
            return Decision.unchanged(placement);
        }
        if (placement.status() == Status.WITHDRAWN) {
            return placement.changes().copyOf().isPresent()
                    ? Decision.over(placement)
                    : Decision.conflict("It was withdrawn before anyone was told about it.");
        }
        if (!placement.isOut() && !placement.backfill() && !copies.areOut(placement)) {
            return Decision.conflict("Nobody has been told about it yet. Withdraw it instead.");
        }
        return Decision.write(
                placement.retracted(new TakenBack(now, by.id(), why, null)), "retracted", why);
    }
}
