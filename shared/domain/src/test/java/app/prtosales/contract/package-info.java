/// What every adapter of a port must do, run by each of them.
@NullMarked
package app.prtosales.contract;

import org.jspecify.annotations.NullMarked;
