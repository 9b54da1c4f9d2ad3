/// Previews of a ping, shown on the page or mailed to whoever asks, before anything is submitted.
@NullMarked
package app.prtosales.testping;

import org.jspecify.annotations.NullMarked;
