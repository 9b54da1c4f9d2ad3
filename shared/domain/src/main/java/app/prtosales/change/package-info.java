/// Changes to a placement after it was accepted, each recorded with who, when and why, and the
/// emails they require.
@NullMarked
package app.prtosales.change;

import org.jspecify.annotations.NullMarked;
