/// The emails to send: as messages in the queue, and as requests to the code that writes them.
@NullMarked
package app.prtosales.mailing;

import org.jspecify.annotations.NullMarked;
