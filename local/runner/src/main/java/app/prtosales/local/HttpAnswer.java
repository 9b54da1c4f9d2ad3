package app.prtosales.local;

import app.prtosales.local.edges.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An HTTP response. The record's equality compares the body by reference; it is never used.
@SuppressWarnings("ArrayRecordComponent")
record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    static HttpAnswer of(int status, String contentType, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("content-type", List.of(contentType));
        return new HttpAnswer(status, headers, body);
    }

    static HttpAnswer json(int status, Object body) {
        return of(status, "application/json", Json.text(body).getBytes(StandardCharsets.UTF_8));
    }

    static HttpAnswer html(String body) {
        return of(200, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8))
                .with("cache-control", "no-store");
    }

    /// A response of the HTTP API itself.
    static HttpAnswer gateway(int status, String message) {
        return json(status, Map.of("message", message));
    }

    /// An error response of `/_local/`.
    static HttpAnswer problem(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return of(
                status,
                "application/problem+json",
                Json.text(problem).getBytes(StandardCharsets.UTF_8));
    }

    HttpAnswer with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new HttpAnswer(status, more, body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
