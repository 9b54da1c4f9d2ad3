/// Runs several outside calls at once.
@NullMarked
package app.prtosales.concurrent;

import org.jspecify.annotations.NullMarked;
