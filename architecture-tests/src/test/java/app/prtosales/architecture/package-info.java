/// What holds for the product as a whole, whichever module it is about.
@NullMarked
package app.prtosales.architecture;

import org.jspecify.annotations.NullMarked;
