package app.prtosales.local;

import java.time.Instant;
import java.util.Optional;

/// Something that has work to do at certain instants of the product's clock.
interface Due {

    /// When the next work is due; an instant in the past means now.
    ///
    /// @param jumping whether the clock is being moved forward, in which case work without effect
    ///   may be skipped
    Optional<Instant> next(boolean jumping);

    /// Does the work that is due by now.
    void fire(Instant now);
}
