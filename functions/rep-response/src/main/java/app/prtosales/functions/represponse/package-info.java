/// The pages behind the links in mails.
@NullMarked
package app.prtosales.functions.represponse;

import org.jspecify.annotations.NullMarked;
