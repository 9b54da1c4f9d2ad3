package app.prtosales.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as it came in; two are never compared.
///
/// @param path still encoded
/// @param query still encoded, or empty
/// @param headers by name in lower case
@SuppressWarnings("ArrayRecordComponent")
record HttpCall(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        byte[] body,
        String sourceIp,
        String protocol) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .map(values -> String.join(",", values));
    }
}
