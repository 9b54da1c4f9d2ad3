/// Steps that the tick does less often than every minute.
@NullMarked
package app.prtosales.schedule;

import org.jspecify.annotations.NullMarked;
