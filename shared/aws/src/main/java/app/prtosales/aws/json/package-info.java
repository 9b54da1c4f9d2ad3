/// Reads JSON strictly, and writes maps, lists and strings as JSON.
@NullMarked
package app.prtosales.aws.json;

import org.jspecify.annotations.NullMarked;
