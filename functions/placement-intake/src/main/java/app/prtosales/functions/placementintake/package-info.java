/// The HTTP API of placements: submit one, see what became of it.
@NullMarked
package app.prtosales.functions.placementintake;

import org.jspecify.annotations.NullMarked;
