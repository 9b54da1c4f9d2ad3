/// JSON as maps, lists and strings, parsed strictly and written in a fixed order.
@NullMarked
package app.prtosales.aws.json;

import org.jspecify.annotations.NullMarked;
