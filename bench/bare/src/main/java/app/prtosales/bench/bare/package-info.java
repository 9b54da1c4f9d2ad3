/// The least that a Java handler behind the API can do: what the product's cold start is compared
/// with.
@NullMarked
package app.prtosales.bench.bare;

import org.jspecify.annotations.NullMarked;
