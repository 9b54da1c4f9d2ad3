/// Real coverage and a company that could exist, for tests.
@NullMarked
package app.prtosales.samples;

import org.jspecify.annotations.NullMarked;
