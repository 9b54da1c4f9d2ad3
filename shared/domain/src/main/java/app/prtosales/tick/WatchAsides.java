package app.prtosales.tick;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import app.prtosales.directory.ListName;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/// Looks from the tick at what was put aside: takes up again what was mended, and has ops told of
/// the rest.
public final class WatchAsides {

    /// A tick comes every minute; looking at every fifth is soon enough.
    private static final int MINUTES = 5;

    private static final String LEDGER = "LEDGER#";
    private static final String REPS = "DIRECTORY#" + ListName.REPS.word();

    private final Asides asides;
    private final PingQueue queue;
    private final InstantSource clock;

    public WatchAsides(Asides asides, PingQueue queue, InstantSource clock) {
        this.asides = asides;
        this.queue = queue;
        this.clock = clock;
    }

    /// How much lies aside.
    ///
    /// @param looked false at a minute at which nobody looks; then the rest is 0
    /// @param takenUp what was mended since the last look
    public record Outcome(boolean looked, int aside, int takenUp) {}

    public Outcome tick() {
        if (clock.instant().atZone(ZoneOffset.UTC).getMinute() % MINUTES != 0) {
            return new Outcome(false, 0, 0);
        }
        List<Aside> open = asides.open();
        int takenUp = 0;
        for (Aside aside : open) {
            if (asides.takeUp(aside)) {
                takenUp++;
                follow(aside);
            }
        }
        boolean news = open.stream().anyMatch(aside -> !aside.told());
        if (news && takenUp < open.size()) {
            queue.errand(new Errand.ItemsAside(), Duration.ZERO);
        }
        return new Outcome(true, open.size() - takenUp, takenUp);
    }

    /// A mended row of the ledger may be a mail that is still to go out, a mended rep somebody who
    /// was left out; both ways of looking may be gone twice.
    private void follow(Aside mended) {
        if (mended.partition().startsWith(LEDGER)) {
            String subject = mended.partition().substring(LEDGER.length());
            if (PlacementId.isValid(subject)) {
                queue.plan(new PlacementId(subject));
            }
        } else if (mended.partition().equals(REPS)) {
            queue.errand(new Errand.RosterChanged(), Duration.ZERO);
        }
    }
}
