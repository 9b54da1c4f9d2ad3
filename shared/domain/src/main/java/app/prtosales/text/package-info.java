/// Text from outside: which input is rejected, and the error messages for each field.
@NullMarked
package app.prtosales.text;

import org.jspecify.annotations.NullMarked;
