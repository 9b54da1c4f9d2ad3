/// What we announce on our own event bus.
@NullMarked
package app.prtosales.aws.bus;

import org.jspecify.annotations.NullMarked;
