/// Everything that is known of one placement, put together for who looks at it.
@NullMarked
package app.prtosales.overview;

import org.jspecify.annotations.NullMarked;
