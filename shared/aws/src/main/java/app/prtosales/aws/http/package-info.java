/// The HTTP API's requests and responses, and who may ask for what.
@NullMarked
package app.prtosales.aws.http;

import org.jspecify.annotations.NullMarked;
