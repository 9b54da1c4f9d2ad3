/// Replaces an expired link with a new one, emailed only to the person it belongs to.
@NullMarked
package app.prtosales.renewal;

import org.jspecify.annotations.NullMarked;
