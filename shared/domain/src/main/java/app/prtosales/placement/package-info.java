/// Placements: what PR submits, what of it is accepted, and what is known of each one.
@NullMarked
package app.prtosales.placement;

import org.jspecify.annotations.NullMarked;
