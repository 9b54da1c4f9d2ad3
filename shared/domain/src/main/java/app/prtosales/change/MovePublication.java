package app.prtosales.change;

import app.prtosales.change.Decision.Write;
import app.prtosales.history.Person;
import app.prtosales.intake.PublicationReader;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Move;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves `P` and everything that depends on it, and keeps both versions (R1.13).
final class MovePublication {

    private final ApplyChange changes;
    private final JudgePlacement judge;
    private final InstantSource clock;

    MovePublication(ApplyChange changes, JudgePlacement judge, InstantSource clock) {
        this.changes = changes;
        this.judge = judge;
        this.clock = clock;
    }

    /// @param reason required once the deadline has passed
    ChangeOutcome move(
            PlacementId id,
            @Nullable String publishedAt,
            @Nullable String zone,
            @Nullable String reason,
            Person by) {
        Problems problems = new Problems();
        Problems warnings = new Problems();
        @Nullable String why = Reason.readIfGiven(reason, problems);
        @Nullable Publication to =
                new PublicationReader(clock.instant(), problems, warnings).read(publishedAt, zone);
        if (to == null || problems.any()) {
            return changes.apply(
                    id, by, (placement, now) -> refused(placement, now, why, problems));
        }
        ChangeOutcome outcome =
                changes.apply(
                        id,
                        by,
                        (placement, now) -> moved(placement, now, to, why, warnings.asList(), by));
        restate(outcome, id);
        return outcome;
    }

    /// Reports a missing reason along with everything else that is wrong.
    private static Decision refused(
            Placement placement, Instant now, @Nullable String why, Problems problems) {
        problems.addMissing(missing(placement, now, why));
        return Decision.invalid(problems);
    }

    /// The reason, if it is required and was not given.
    private static List<FieldError> missing(
            Placement placement, Instant now, @Nullable String why) {
        return why == null && now.isAfter(placement.publication().deadline())
                ? List.of(
                        new FieldError("reason", "Enter a reason, because the deadline has passed"))
                : List.of();
    }

    /// Recomputes a verdict that is already recorded, with the events that have arrived since.
    void restate(ChangeOutcome outcome, PlacementId id) {
        if (outcome instanceof ChangeOutcome.Changed changed
                && changed.placement().judgment() != null) {
            judge.restate(id);
        }
    }

    Decision moved(
            Placement placement,
            Instant now,
            Publication to,
            @Nullable String why,
            List<FieldError> warnings,
            Person by) {
        Publication from = placement.publication();
        if (to.equals(from)) {
            return Decision.unchanged(placement);
        }
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        if (!missing(placement, now, why).isEmpty()) {
            return refused(placement, now, why, new Problems());
        }
        if (placement.isOut() && to.at().isAfter(now)) {
            return Decision.conflict(
                    "Emails have already gone out, so it can’t move into the future. Retract it if nobody should use it.");
        }
        if (placement.backfill() && to.at().isAfter(now)) {
            return Decision.conflict(
                    "It was imported as past coverage, so it can’t move into the future.");
        }
        if (placement.changes().moves().size() >= Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        Move move = new Move(from, to, placement.judgment(), now, by.id(), why);
        Placement ahead = placement.moved(move, null);
        return new Write(
                placement.moved(move, verdictOf(placement, ahead, now)),
                "publication moved from %s to %s".formatted(from.at(), to.at()),
                why,
                warnings);
    }

    /// The verdict under the new deadline, based on the same events; null if that deadline is still
    /// ahead, or if the tick has yet to judge the placement.
    private @Nullable Judgment verdictOf(Placement placement, Placement moved, Instant now) {
        Judgment stood = placement.judgment();
        if (placement.backfill() || stood == null) {
            return stood;
        }
        return placement.dispatchedAt() == null || now.isBefore(moved.publication().deadline())
                ? null
                : stood.restated(judge.verdict(moved), now);
    }
}
