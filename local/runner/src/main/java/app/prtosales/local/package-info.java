/// The product on one machine: the same handlers, wired by the same template, on a clock that can
/// be moved.
@NullMarked
package app.prtosales.local;

import org.jspecify.annotations.NullMarked;
