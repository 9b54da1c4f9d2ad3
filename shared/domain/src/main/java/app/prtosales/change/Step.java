package app.prtosales.change;

import app.prtosales.placement.Placement;
import java.time.Instant;

/// Decides on a change to the current placement. Called again if someone else changed it first.
@FunctionalInterface
interface Step {

    Decision on(Placement placement, Instant now);
}
