package app.prtosales.distribution;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Judgement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The verdict on the 24 hours: recorded once, and restated when a late event proves it wrong.
public final class JudgePlacement {

    private static final int TRIES = 5;

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final InstantSource clock;

    public JudgePlacement(
            Placements placements, Ledger ledger, Directory directory, InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /// Records the verdict, now that the deadline has passed.
    ///
    /// @param placement dispatched, and not judged yet
    /// @return the judged placement; empty when somebody else changed it first
    public Optional<Placement> judge(Placement placement) {
        Instant now = clock.instant();
        Reached verdict = reach(placement, left(placement)).verdict();
        Placement judged = placement.judged(Judgement.of(verdict, now));
        HistoryEntry entry = entry(placement.id(), now, sentence("verdict", verdict));
        return placements.replace(judged, List.of(entry)) ? Optional.of(judged) : Optional.empty();
    }

    /// Takes a late event into a verdict that was recorded before (R1.8).
    public void restate(PlacementId id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            if (found.isEmpty() || isSettled(found.get()) || restated(found.get())) {
                return;
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    /// How far it has got by now: the recorded verdict with its totals, or what is known so far.
    public Reached reached(Placement placement) {
        if (placement.judgement() != null) {
            return placement.judgement().reached();
        }
        return placement.dispatchedAt() == null
                ? Reached.nobodyYet(directory.roster().teamAt(clock.instant()).size())
                : reach(placement, left(placement)).soFar();
    }

    /// Nothing was judged, or nothing was ever sent.
    private static boolean isSettled(Placement placement) {
        return placement.judgement() == null
                || placement.dispatchedAt() == null
                || placement.judgement().first() == Verdict.VOID;
    }

    private boolean restated(Placement placement) {
        Judgement recorded = placement.judgement();
        if (recorded == null) {
            return true;
        }
        Instant now = clock.instant();
        Reached verdict = reach(placement, recorded.reached().left()).verdict();
        Judgement restated = recorded.restated(verdict, now);
        if (restated.equals(recorded)) {
            return true;
        }
        boolean turned = verdict.verdict() != recorded.reached().verdict();
        List<HistoryEntry> entries =
                turned
                        ? List.of(entry(placement.id(), now, sentence("verdict restated", verdict)))
                        : List.of();
        return placements.replace(placement.restated(restated), entries);
    }

    private Reach reach(Placement placement, List<String> left) {
        List<Delivery> rows = ledger.about(placement.id().value());
        return new Reach(placement, team(placement), rows, left);
    }

    private List<String> team(Placement placement) {
        Instant dispatched = placement.dispatchedAt();
        return dispatched == null ? List.of() : directory.roster().teamAt(dispatched);
    }

    private List<String> left(Placement placement) {
        Roster roster = directory.roster();
        Instant dispatched = placement.dispatchedAt();
        Instant deadline = placement.publication().deadline();
        return dispatched == null
                ? List.of()
                : roster.leftBy(
                        deadline.isAfter(dispatched) ? deadline : dispatched,
                        roster.teamAt(dispatched));
    }

    private static HistoryEntry entry(PlacementId id, Instant at, String what) {
        return new HistoryEntry(id.value(), at, HistoryEntry.SYSTEM, what, null);
    }

    private static String sentence(String what, Reached reached) {
        String cause = reached.cause() == null ? "" : ", " + reached.cause().word();
        return "%s: %s%s, %d of %d reached, %d in time"
                .formatted(
                        what,
                        reached.verdict().word(),
                        cause,
                        reached.count(),
                        reached.of(),
                        reached.inTime());
    }
}
