/// The fault plan: every call to the outside is made to fail in every way, and everything
/// converges.
@NullMarked
package app.prtosales.faults;

import org.jspecify.annotations.NullMarked;
