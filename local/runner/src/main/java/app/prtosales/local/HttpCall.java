package app.prtosales.local;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An HTTP request. Two requests are never compared, so it does not matter that `equals` compares
/// the bodies by reference.
///
/// @param path the path, still encoded
/// @param query the query string, still encoded, or empty
/// @param headers the headers by lower-case name
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
