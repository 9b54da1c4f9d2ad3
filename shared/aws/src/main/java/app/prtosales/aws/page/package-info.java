/// Web pages, read by a separate function.
@NullMarked
package app.prtosales.aws.page;

import org.jspecify.annotations.NullMarked;
