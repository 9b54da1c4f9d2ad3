/// The HTTP API for placements: submitting them and following their progress.
@NullMarked
package app.prtosales.functions.placementintake;

import org.jspecify.annotations.NullMarked;
