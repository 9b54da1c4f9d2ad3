/// The tick: does whatever is due, every minute.
@NullMarked
package app.prtosales.functions.deadlinecheck;

import org.jspecify.annotations.NullMarked;
