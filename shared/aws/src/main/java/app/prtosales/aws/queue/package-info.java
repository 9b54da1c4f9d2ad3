/// The queue of a distribution's work, and what lies in its messages.
@NullMarked
package app.prtosales.aws.queue;

import org.jspecify.annotations.NullMarked;
