package app.prtosales.change;

import app.prtosales.placement.Placement;
import java.time.Instant;

/// Decides on a placement as it is now. It is asked again when somebody else changed it first.
@FunctionalInterface
interface Step {

    Decision on(Placement placement, Instant now);
}
