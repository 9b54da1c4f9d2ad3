/// The HTTP API of the directory: whole lists, read and put in force.
@NullMarked
package app.prtosales.functions.directory;

import org.jspecify.annotations.NullMarked;
