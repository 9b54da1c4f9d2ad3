/// Placements: what PR submits, what becomes of it, and what we know about each one.
@NullMarked
package app.prtosales.placement;

import org.jspecify.annotations.NullMarked;
