/// A link that has expired is mailed anew, to the person whom it belongs to and to nobody else.
@NullMarked
package app.prtosales.renewal;

import org.jspecify.annotations.NullMarked;
