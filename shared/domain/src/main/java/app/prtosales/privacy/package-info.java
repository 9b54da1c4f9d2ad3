/// Removes a person's name and address from everything that is stored (R5.10).
@NullMarked
package app.prtosales.privacy;

import org.jspecify.annotations.NullMarked;
