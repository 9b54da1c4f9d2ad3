/// Previews of a ping, shown on the page or emailed to whoever asks, before anything is submitted.
@NullMarked
package app.prtosales.testping;

import org.jspecify.annotations.NullMarked;
