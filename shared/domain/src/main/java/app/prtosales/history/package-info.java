/// Who changed what and when, kept append-only (R5.10).
@NullMarked
package app.prtosales.history;

import org.jspecify.annotations.NullMarked;
