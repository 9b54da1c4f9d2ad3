/// The people, segments, sequences, accounts and rules that the protocol uses, as lists that ops
/// edits.
@NullMarked
package app.prtosales.directory;

import org.jspecify.annotations.NullMarked;
