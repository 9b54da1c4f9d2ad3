/// Rules for the product as a whole, across modules.
@NullMarked
package app.prtosales.architecture;

import org.jspecify.annotations.NullMarked;
