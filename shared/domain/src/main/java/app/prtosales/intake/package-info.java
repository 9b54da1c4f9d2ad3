/// Submitting placements: what PR sends is read, checked field by field, and added once.
@NullMarked
package app.prtosales.intake;

import org.jspecify.annotations.NullMarked;
