/// What SES reports of the mails it has.
@NullMarked
package app.prtosales.functions.deliveryfeedback;

import org.jspecify.annotations.NullMarked;
