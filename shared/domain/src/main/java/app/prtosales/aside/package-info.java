/// What is stored and cannot be read: put aside, told to ops, and taken up again once it is mended,
/// so that one bad item stops nothing but itself (I12).
@NullMarked
package app.prtosales.aside;

import org.jspecify.annotations.NullMarked;
