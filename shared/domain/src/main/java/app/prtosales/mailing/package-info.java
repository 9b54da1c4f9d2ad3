/// Which emails are to be sent and to whom, as queued and as handed to the code that writes them.
@NullMarked
package app.prtosales.mailing;

import org.jspecify.annotations.NullMarked;
