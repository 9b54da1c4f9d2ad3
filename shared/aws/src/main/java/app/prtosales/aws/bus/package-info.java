/// The events on our own bus.
@NullMarked
package app.prtosales.aws.bus;

import org.jspecify.annotations.NullMarked;
