/// What is to be mailed and to whom, as it waits in the queue and as whoever writes mails is given
/// it.
@NullMarked
package app.prtosales.mailing;

import org.jspecify.annotations.NullMarked;
