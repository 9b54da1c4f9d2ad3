/// The fault plan: every outside call is made to fail in every possible way, and everything must
/// still reach the same end state.
@NullMarked
package app.prtosales.faults;

import org.jspecify.annotations.NullMarked;
