/// The HTTP API's requests and responses, and its access rules.
@NullMarked
package app.prtosales.aws.http;

import org.jspecify.annotations.NullMarked;
