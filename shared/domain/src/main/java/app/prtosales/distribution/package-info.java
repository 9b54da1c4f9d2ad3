/// Rule 1: a placement to the full sales team within 24 hours, and the verdict on it.
@NullMarked
package app.prtosales.distribution;

import org.jspecify.annotations.NullMarked;
