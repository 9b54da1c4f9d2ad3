/// Text from outside: what is refused, and what is wrong with it, field by field.
@NullMarked
package app.prtosales.text;

import org.jspecify.annotations.NullMarked;
