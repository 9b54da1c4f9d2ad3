package app.prtosales.ping;

import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Postpones the tick's check of emails that were queued again, so that the tick does not queue
/// them as well: while the mail system is down, every tick would otherwise add messages, and each
/// would come back.
final class Postpone {

    private final Placements placements;
    private final InstantSource clock;

    Postpone(Placements placements, InstantSource clock) {
        this.placements = placements;
        this.clock = clock;
    }

    /// A timer that is due stays, because the tick may have other work for it. If another writer
    /// wins, the cost is one extra message.
    ///
    /// @param wait how long the emails wait in the queue
    void tick(PlacementId id, Mailing mailing, Duration wait) {
        Instant now = clock.instant();
        Instant next = Dispatch.sendsEndAt(now.plus(wait), PingQueue.CHUNK);
        placements
                .find(id)
                .ifPresent(placement -> {
                    Set<Timer> early =
                            mailing.timers().stream()
                                    .filter(timer -> !placement.isDue(timer, now))
                                    .filter(timer -> isBefore(next.minus(wait), timer, placement))
                                    .collect(Collectors.toSet());
                    if (!early.isEmpty()) {
                        placements.replace(placement.postponed(early, next), List.of());
                    }
                });
    }

    private static boolean isBefore(Instant time, Timer timer, Placement placement) {
        return placement.timers().getOrDefault(timer, Instant.MAX).isBefore(time);
    }
}
