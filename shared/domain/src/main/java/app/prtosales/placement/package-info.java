/// Placements: what PR submits, what happens to it, and what we know about each one.
@NullMarked
package app.prtosales.placement;

import org.jspecify.annotations.NullMarked;
