/// Records the delivery events that SES sends.
@NullMarked
package app.prtosales.functions.deliveryfeedback;

import org.jspecify.annotations.NullMarked;
