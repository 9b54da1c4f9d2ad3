package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A signed-in user of the HTTP API.
final class Person {

    private final Function<HttpCall, HttpAnswer> site;
    private final String token;

    Person(Function<HttpCall, HttpAnswer> site, String token) {
        this.site = site;
        this.token = token;
    }

    /// The person's ID token.
    String token() {
        return token;
    }

    HttpAnswer get(String path) {
        return ask("GET", path, "", Map.of());
    }

    HttpAnswer get(String path, Map<String, String> extraHeaders) {
        return ask("GET", path, "", extraHeaders);
    }

    HttpAnswer put(String path, Object body) {
        return ask("PUT", path, Json.text(body), Map.of());
    }

    HttpAnswer putCsv(String path, String body) {
        return ask("PUT", path, body, Map.of("content-type", "text/csv"));
    }

    HttpAnswer post(String path, Object body, Map<String, String> extraHeaders) {
        return ask("POST", path, Json.text(body), extraHeaders);
    }

    /// @param body a form, encoded as a browser encodes it
    HttpAnswer form(String path, String body) {
        return ask(
                "POST",
                path,
                body,
                Map.of("content-type", "application/x-www-form-urlencoded", "accept", "text/html"));
    }

    private HttpAnswer ask(
            String method, String target, String body, Map<String, String> extraHeaders) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("host", List.of("localhost"));
        headers.put("content-type", List.of("application/json"));
        headers.put("accept", List.of("application/json"));
        headers.put("authorization", List.of("Bearer " + token));
        extraHeaders.forEach((name, value) -> headers.put(name, List.of(value)));
        int question = target.indexOf('?');
        return site.apply(
                new HttpCall(
                        method,
                        question < 0 ? target : target.substring(0, question),
                        question < 0 ? "" : target.substring(question + 1),
                        headers,
                        body.getBytes(StandardCharsets.UTF_8),
                        "127.0.0.1",
                        "HTTP/1.1"));
    }
}
