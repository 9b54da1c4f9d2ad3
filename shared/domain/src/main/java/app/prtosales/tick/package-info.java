/// Does what is due by the clock and what the queue asks for, with the classes that each know one
/// thing.
@NullMarked
package app.prtosales.tick;

import org.jspecify.annotations.NullMarked;
