/// A ping as a rep would get it, shown on the page or sent to whoever asks, before anything is
/// submitted.
@NullMarked
package app.prtosales.testping;

import org.jspecify.annotations.NullMarked;
