/// Looks up a link that someone pasted: what its page says about itself, and what we already know
/// about it.
@NullMarked
package app.prtosales.lookup;

import org.jspecify.annotations.NullMarked;
