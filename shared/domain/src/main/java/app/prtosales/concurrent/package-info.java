/// Runs several outside calls at once, and creates what several threads need once.
@NullMarked
package app.prtosales.concurrent;

import org.jspecify.annotations.NullMarked;
