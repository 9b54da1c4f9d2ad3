package app.prtosales.tick;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import app.prtosales.directory.ListName;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.schedule.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Checks the items that were set aside: picks up those that were fixed, and has ops notified of
/// the rest. Called by the tick.
public final class WatchAsides {

    private static final String LEDGER = "LEDGER#";
    private static final String REPS = "DIRECTORY#" + ListName.REPS.word();

    /// The tick runs every minute; checking every five minutes is enough.
    private final Rounds rounds = Rounds.every(Duration.ofMinutes(5));

    private final Asides asides;
    private final PingQueue queue;
    private final InstantSource clock;

    public WatchAsides(Asides asides, PingQueue queue, InstantSource clock) {
        this.asides = asides;
        this.queue = queue;
        this.clock = clock;
    }

    /// The result of a check.
    ///
    /// @param aside how many items are still set aside
    /// @param pickedUp how many were fixed since the last check
    public record Outcome(int aside, int pickedUp) {}

    /// Checks the items if a check is due.
    ///
    /// @return empty if none is due
    public Optional<Outcome> tick() {
        Instant now = clock.instant();
        if (!rounds.isDue(now)) {
            return Optional.empty();
        }
        List<Aside> open = asides.open();
        int pickedUp = 0;
        for (Aside aside : open) {
            if (asides.pickUp(aside)) {
                pickedUp++;
                followUp(aside);
            }
        }
        boolean unreported = open.stream().anyMatch(aside -> !aside.told());
        if (unreported && pickedUp < open.size()) {
            queue.errand(new Errand.ItemsAside(), Duration.ZERO);
        }
        rounds.done(now);
        return Optional.of(new Outcome(open.size() - pickedUp, pickedUp));
    }

    /// A fixed ledger row may be an email that still has to go out, and a fixed rep may have been
    /// left out. Both follow-ups are safe to repeat.
    private void followUp(Aside fixed) {
        if (fixed.partition().startsWith(LEDGER)) {
            String subject = fixed.partition().substring(LEDGER.length());
            if (PlacementId.isValid(subject)) {
                queue.plan(new PlacementId(subject));
            }
        } else if (fixed.partition().equals(REPS)) {
            queue.errand(new Errand.RosterChanged(), Duration.ZERO);
        }
    }
}
