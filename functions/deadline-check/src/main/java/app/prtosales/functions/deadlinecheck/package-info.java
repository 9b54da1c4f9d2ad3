/// The tick: does every minute what is due.
@NullMarked
package app.prtosales.functions.deadlinecheck;

import org.jspecify.annotations.NullMarked;
