/// The weekly email to leadership.
@NullMarked
package app.prtosales.functions.weeklyaudit;

import org.jspecify.annotations.NullMarked;
