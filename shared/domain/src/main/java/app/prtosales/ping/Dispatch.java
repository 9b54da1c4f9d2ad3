package app.prtosales.ping;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.directory.WarningSteps;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Freezes a placement's recipients: the full sales team at that instant. This is one conditional
/// write, so everyone who plans emails afterward uses the same recipients.
public final class Dispatch {

    /// The fixed part of the time that sends may take; each send adds to it.
    private static final Duration SENDS_TAKE = Duration.ofMinutes(2);

    private static final Duration ONE_SEND_TAKES = Duration.ofMillis(100);

    private final Placements placements;
    private final Directory directory;

    public Dispatch(Placements placements, Directory directory) {
        this.placements = placements;
        this.directory = directory;
    }

    /// @return the placement with its recipients frozen, now or earlier; empty if someone else
    ///   changed it first
    public Optional<Placement> freeze(Placement placement, Instant now) {
        if (placement.dispatchedAt() != null) {
            return Optional.of(placement);
        }
        int team = directory.roster().teamAt(now).size();
        Placement dispatched =
                placement.dispatched(now, sendsEndAt(now, team), nextWarning(placement, now));
        HistoryEntry entry =
                new HistoryEntry(
                        placement.id().value(),
                        now,
                        HistoryEntry.SYSTEM,
                        "distribution to " + Plural.count(team, "rep"),
                        null);
        return placements.replace(placement, dispatched, List.of(entry))
                ? Optional.of(dispatched)
                : Optional.empty();
    }

    /// The agreement's next step before the deadline (R1.9); null if none is left.
    public @Nullable Instant nextWarning(Placement placement, Instant after) {
        return new WarningSteps(directory.agreement()).next(placement, after).orElse(null);
    }

    public static Instant sendsEndAt(Instant now, int sends) {
        return now.plus(SENDS_TAKE).plus(ONE_SEND_TAKES.multipliedBy(sends));
    }

    /// The frozen recipients, computed from any later version of the roster.
    public static List<RepId> team(Roster roster, Placement placement) {
        Instant dispatched = placement.dispatchedAt();
        return dispatched == null ? List.of() : roster.teamAt(dispatched);
    }

    /// The frozen recipients who were no longer on the team at the deadline or, if dispatch was
    /// after the deadline, at dispatch.
    static List<RepId> left(Roster roster, Placement placement, List<RepId> team) {
        Instant dispatched = placement.dispatchedAt();
        Instant deadline = placement.publication().deadline();
        return dispatched == null
                ? List.of()
                : roster.leftBy(deadline.isAfter(dispatched) ? deadline : dispatched, team);
    }

    /// Whether the placement had recipients and all of them have left, in which case the verdict
    /// will be void (R1.10).
    public static boolean isNobodyLeft(Roster roster, Placement placement) {
        List<RepId> team = team(roster, placement);
        return !team.isEmpty() && left(roster, placement, team).size() == team.size();
    }
}
