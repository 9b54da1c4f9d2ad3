/// Everything we know about one placement, put together for display.
@NullMarked
package app.prtosales.overview;

import org.jspecify.annotations.NullMarked;
