/// Does whatever is due by the clock or requested by the queue, using the classes for each task.
@NullMarked
package app.prtosales.tick;

import org.jspecify.annotations.NullMarked;
