/// Owners of sequences: what they are asked, when they are reminded, and when they are to take a
/// placement out again (rule 2).
@NullMarked
package app.prtosales.sequence;

import org.jspecify.annotations.NullMarked;
