/// A link that somebody pasted: what its page says of itself, and what is known of it already.
@NullMarked
package app.prtosales.lookup;

import org.jspecify.annotations.NullMarked;
