/// Several calls to the outside at once.
@NullMarked
package app.prtosales.concurrent;

import org.jspecify.annotations.NullMarked;
