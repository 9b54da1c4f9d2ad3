/// The people, segments, sequences, accounts and rules that the protocol works on: lists that ops
/// edits.
@NullMarked
package app.prtosales.directory;

import org.jspecify.annotations.NullMarked;
