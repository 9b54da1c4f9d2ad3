/// The ids by which everything else names what is on the lists that ops edits: a type for each
/// kind, so that one is never taken for another.
@NullMarked
package app.prtosales.id;

import org.jspecify.annotations.NullMarked;
