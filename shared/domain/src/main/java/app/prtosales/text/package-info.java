/// Text from outside: which input is rejected, with an error message for each field, and how names
/// are compared. Also times and zones as people read them.
@NullMarked
package app.prtosales.text;

import org.jspecify.annotations.NullMarked;
