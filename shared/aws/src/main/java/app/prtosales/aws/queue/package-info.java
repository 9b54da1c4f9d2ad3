/// The queue for distribution work, and the format of its messages.
@NullMarked
package app.prtosales.aws.queue;

import org.jspecify.annotations.NullMarked;
