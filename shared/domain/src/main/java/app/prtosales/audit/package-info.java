/// The three questions about each placement, and the week in which it is judged (R4).
@NullMarked
package app.prtosales.audit;

import org.jspecify.annotations.NullMarked;
