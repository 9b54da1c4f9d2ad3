package app.prtosales.local;

import java.time.Instant;
import java.util.Optional;

/// Something that has to be done at an instant of the product's clock.
interface Due {

    /// When the next thing is due; in the past when one is due already.
    ///
    /// @param jumping whether the clock is being moved, so that what does nothing may be left out
    Optional<Instant> next(boolean jumping);

    /// Does what is due by now.
    void fire(Instant now);
}
