/// In-memory implementations of the ports, for tests of the domain and of the functions.
@NullMarked
package app.prtosales.inmemory;

import org.jspecify.annotations.NullMarked;
