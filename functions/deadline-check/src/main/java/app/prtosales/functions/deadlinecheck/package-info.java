/// The tick, every minute: whatever is due.
@NullMarked
package app.prtosales.functions.deadlinecheck;

import org.jspecify.annotations.NullMarked;
