/// The pages behind the links in emails.
@NullMarked
package app.prtosales.functions.represponse;

import org.jspecify.annotations.NullMarked;
