/// What people do from a mail: acknowledge, record a reference, confirm a sequence.
@NullMarked
package app.prtosales.response;

import org.jspecify.annotations.NullMarked;
