/// A minimal Java handler behind the API: the baseline for the product's cold start.
@NullMarked
package app.prtosales.bench.bare;

import org.jspecify.annotations.NullMarked;
