/// The ids by which everything else refers to the rows of ops' lists. Each kind has its own type so
/// that one cannot be mistaken for another.
@NullMarked
package app.prtosales.id;

import org.jspecify.annotations.NullMarked;
