package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import app.prtosales.text.Plural;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Decides whether the team was reached within 24 hours: the verdict is recorded once, and restated
/// if a late event proves it wrong.
public final class JudgePlacement {

    private static final int TRIES = 5;

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Supplier<List<Stop>> stops;
    private final InstantSource clock;

    public JudgePlacement(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Sendings sendings,
            InstantSource clock) {
        this(placements, ledger, directory, sendings::stops, clock);
    }

    private JudgePlacement(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Supplier<List<Stop>> stops,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.stops = stops;
        this.clock = clock;
    }

    /// For many verdicts in a row: uses these lists, and reads the sending stops only once.
    public JudgePlacement with(Directory lists) {
        List<Stop> read = stops.get();
        return new JudgePlacement(placements, ledger, lists, () -> read, clock);
    }

    /// Records the verdict after the deadline has passed.
    ///
    /// @param placement dispatched and not yet judged
    /// @return the judged placement; empty if someone else changed it first
    public Optional<Placement> judge(Placement placement) {
        Instant now = clock.instant();
        Reached verdict = verdict(placement);
        Placement judged = placement.judged(Judgment.of(verdict, now));
        HistoryEntry entry = entry(placement.id(), now, inWords(verdict));
        return placements.replace(placement, judged, List.of(entry))
                ? Optional.of(judged)
                : Optional.empty();
    }

    /// The verdict on a dispatched placement according to the events known so far.
    public Reached verdict(Placement placement) {
        return reach(placement, pings(placement), directory.roster()).verdict(stops.get());
    }

    /// The team members who have not been reached so far.
    public List<Missing> notReached(Placement placement) {
        return reach(placement, pings(placement), directory.roster())
                .soFar(clock.instant())
                .missing();
    }

    /// Updates a recorded verdict after a late event (R1.8).
    ///
    /// @return the placement as it was read
    public Optional<Placement> restate(PlacementId id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            if (found.isEmpty() || bringUpToDate(found.get())) {
                return found;
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    /// How many reps have been reached so far: the recorded verdict with its totals and the current
    /// reasons, or what is known now.
    ///
    /// @param pings the placement's rows in the ledger
    public static Reached reached(
            Placement placement, List<Delivery> pings, Roster roster, Instant now) {
        if (placement.judgment() != null) {
            return withPresentReasons(placement, placement.judgment().reached(), pings, now);
        }
        return placement.dispatchedAt() == null
                ? Reached.nobodyYet(roster.teamAt(now).size())
                : reach(placement, pings, roster).soFar(now);
    }

    /// An email that was sent, refused or canceled after the verdict does not restate it, but
    /// changes the reason shown for its rep.
    private static Reached withPresentReasons(
            Placement placement, Reached recorded, List<Delivery> pings, Instant now) {
        List<RepId> missing = recorded.missing().stream().map(Missing::rep).toList();
        Map<RepId, Missing> present =
                new Reach(placement, missing, pings, List.of())
                        .soFar(now).missing().stream()
                                .collect(Collectors.toMap(Missing::rep, Function.identity()));
        return recorded.withMissing(
                recorded.missing().stream()
                        .map(each -> present.getOrDefault(each.rep(), each))
                        .toList());
    }

    /// When the reps who count were reached: one time for each, ascending, without their ids.
    ///
    /// @param pings the placement's rows in the ledger
    public static List<Instant> reachedAt(
            Placement placement, List<Delivery> pings, Roster roster) {
        List<RepId> team = Dispatch.team(roster, placement);
        Judgment judged = placement.judgment();
        List<RepId> left =
                judged == null ? Dispatch.left(roster, placement, team) : judged.reached().left();
        return new Reach(placement, team, pings, left).times();
    }

    /// Restates the verdict if the events no longer match it; does nothing if none was recorded, or
    /// if nothing was ever sent.
    ///
    /// @return false if someone else changed the placement first
    private boolean bringUpToDate(Placement placement) {
        Judgment recorded = placement.judgment();
        return recorded == null
                || placement.dispatchedAt() == null
                || recorded.first() == Verdict.VOID
                || restated(placement, recorded);
    }

    private boolean restated(Placement placement, Judgment recorded) {
        Instant now = clock.instant();
        Reach reach =
                new Reach(
                        placement,
                        Dispatch.team(directory.roster(), placement),
                        pings(placement),
                        recorded.reached().left());
        Reached verdict = reach.verdict(stops.get());
        Judgment restated = recorded.restated(verdict, now);
        if (restated.equals(recorded)) {
            return true;
        }
        boolean verdictChanged = verdict.verdict() != recorded.reached().verdict();
        List<HistoryEntry> entries =
                verdictChanged
                        ? List.of(
                                entry(placement.id(), now, "result corrected: " + inWords(verdict)))
                        : List.of();
        return placements.replace(placement.restated(restated), entries);
    }

    private List<Delivery> pings(Placement placement) {
        return ledger.pingsAbout(placement.id().value());
    }

    private static Reach reach(Placement placement, List<Delivery> pings, Roster roster) {
        List<RepId> team = Dispatch.team(roster, placement);
        return new Reach(placement, team, pings, Dispatch.left(roster, placement, team));
    }

    private static HistoryEntry entry(PlacementId id, Instant at, String what) {
        return new HistoryEntry(id.value(), at, HistoryEntry.SYSTEM, what, null);
    }

    /// The history entry's text, for PR.
    private static String inWords(Reached reached) {
        return switch (reached.verdict()) {
            case MET -> "reached the whole team in time, " + Plural.count(reached.of(), "rep");
            case MISSED ->
                    "missed the 24 hours%s: %d of %d reached, %d in time"
                            .formatted(
                                    reached.cause() == null
                                            ? ""
                                            : " (%s)".formatted(reached.cause().inWords()),
                                    reached.count(),
                                    reached.of(),
                                    reached.inTime());
            case VOID -> "no active reps to reach";
            case PENDING -> "not counted yet";
        };
    }
}
