/// Makes several outside calls at once, and shares a value that is created on first use.
@NullMarked
package app.prtosales.concurrent;

import org.jspecify.annotations.NullMarked;
