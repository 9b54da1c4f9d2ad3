/// A person's name and address are taken out of everything that is kept (R5.10).
@NullMarked
package app.prtosales.privacy;

import org.jspecify.annotations.NullMarked;
