/// Real coverage and an invented company, for tests.
@NullMarked
package app.prtosales.samples;

import org.jspecify.annotations.NullMarked;
