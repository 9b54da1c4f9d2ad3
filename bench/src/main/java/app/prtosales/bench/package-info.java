/// Measures what users wait for, and what is shipped: cold start, the first request, the size of
/// each function.
@NullMarked
package app.prtosales.bench;

import org.jspecify.annotations.NullMarked;
