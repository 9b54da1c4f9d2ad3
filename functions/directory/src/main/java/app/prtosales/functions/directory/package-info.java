/// The HTTP API for the directory: reading and replacing whole lists.
@NullMarked
package app.prtosales.functions.directory;

import org.jspecify.annotations.NullMarked;
