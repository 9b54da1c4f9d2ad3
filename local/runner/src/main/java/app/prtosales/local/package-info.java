/// The product on one machine: the same handlers, driven by the same template, on a clock that
/// moves.
@NullMarked
package app.prtosales.local;

import org.jspecify.annotations.NullMarked;
