package app.prtosales.change;

import app.prtosales.history.Person;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Resend;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends the ping again, only to those it did not reach (R1.12).
final class ResendPing {

    private final ApplyChange changes;
    private final JudgePlacement judge;

    ResendPing(ApplyChange changes, JudgePlacement judge) {
        this.changes = changes;
        this.judge = judge;
    }

    ChangeOutcome resend(PlacementId id, @Nullable String reason, Person by) {
        return changes.applyWithReason(
                id, reason, by, (placement, now, why) -> resent(placement, now, why, by));
    }

    private Decision resent(Placement placement, Instant now, String why, Person by) {
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        if (!placement.isOut()) {
            return Decision.conflict(
                    placement.backfill()
                            ? "It was imported from the past, so it was never sent."
                            : "It hasn’t been sent yet.");
        }
        List<Resend> before = placement.changes().resends();
        boolean underWay =
                placement.changes().pending().stream()
                        .anyMatch(each -> each.kind() == PendingChange.Kind.RESEND);
        if (underWay || judge.notReached(placement).isEmpty()) {
            return Decision.unchanged(placement);
        }
        if (before.size() >= Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        int number = before.size() + 1;
        return Decision.write(
                placement.resent(new Resend(number, now, by.id(), why)),
                "resend %d to those not reached".formatted(number),
                why);
    }
}
