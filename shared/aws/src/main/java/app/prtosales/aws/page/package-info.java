/// Pages of the web, read by a function of its own.
@NullMarked
package app.prtosales.aws.page;

import org.jspecify.annotations.NullMarked;
