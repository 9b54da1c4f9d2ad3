package app.prtosales.local;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalStack;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Translates between HTTP and Lambda events as the HTTP API does: payload format 2.0.
final class HttpEvents {

    /// The format of `requestContext.time`.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// Content types that the HTTP API passes on as text; everything else, including forms, is
    /// base64-encoded.
    private static final Pattern TEXT =
            Pattern.compile("(?i)(text/.*|application/(json|xml|javascript)\\s*(;.*)?)");

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private HttpEvents() {}

    /// The event that a function gets for a request.
    ///
    /// @param claims the token's claims; empty when the route requires no token
    static Map<String, Object> event(
            HttpCall call, RouteTable.Match match, Map<String, String> claims, Instant now) {
        String host = call.header("host").orElse("localhost");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", call.path());
        event.put("rawQueryString", call.query());
        Map<String, Object> headers = new LinkedHashMap<>();
        call.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        if (headers.remove("cookie") instanceof String cookies) {
            event.put("cookies", List.of(Pattern.compile(";\\s*").split(cookies, -1)));
        }
        event.put("headers", headers);
        Map<String, Object> query = query(call.query());
        if (!query.isEmpty()) {
            event.put("queryStringParameters", query);
        }
        if (!match.parameters().isEmpty()) {
            event.put("pathParameters", match.parameters());
        }
        event.put("requestContext", context(call, match, claims, host, now));
        if (call.body().length > 0) {
            boolean text = isText(call);
            event.put(
                    "body",
                    text
                            ? new String(call.body(), StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(call.body()));
            event.put("isBase64Encoded", !text);
        } else {
            event.put("isBase64Encoded", false);
        }
        return event;
    }

    private static Map<String, Object> context(
            HttpCall call,
            RouteTable.Match match,
            Map<String, String> claims,
            String host,
            Instant now) {
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", call.method());
        http.put("path", call.path());
        http.put("protocol", call.protocol());
        http.put("sourceIp", call.sourceIp());
        http.put("userAgent", call.header("user-agent").orElse(""));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", LocalStack.ACCOUNT);
        context.put("apiId", "local");
        if (!claims.isEmpty()) {
            Map<String, Object> jwt = new LinkedHashMap<>();
            jwt.put("claims", claims);
            jwt.put("scopes", null);
            context.put("authorizer", Map.of("jwt", jwt));
        }
        context.put("domainName", host);
        context.put("domainPrefix", host.substring(0, Math.max(host.indexOf('.'), 0)));
        context.put("http", http);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private static Map<String, Object> query(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : AMPERSAND.split(query, -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        Map<String, Object> joined = new LinkedHashMap<>();
        values.forEach((name, all) -> joined.put(name, String.join(",", all)));
        return joined;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static boolean isText(HttpCall call) {
        return TEXT.matcher(call.header("content-type").orElse("")).matches();
    }

    /// The HTTP response that the HTTP API makes from a function's payload.
    static HttpAnswer answer(String payload) {
        Map<String, Object> read;
        try {
            read = Json.object(payload);
        } catch (Json.MalformedJson notAnObject) {
            return HttpAnswer.of(200, "application/json", payload.getBytes(StandardCharsets.UTF_8));
        }
        if (!(read.get("statusCode") instanceof Number status)) {
            return HttpAnswer.of(200, "application/json", payload.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Json.map(read.get("headers"))
                .forEach((name, value) ->
                        headers.put(name.toLowerCase(Locale.ROOT), List.of(Json.string(value))));
        List<Object> cookies = Json.list(read.get("cookies"));
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", cookies.stream().map(Json::string).toList());
        }
        String body = Json.string(read.get("body"));
        byte[] bytes =
                Boolean.TRUE.equals(read.get("isBase64Encoded"))
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && !headers.containsKey("content-type")) {
            headers.put("content-type", List.of("text/plain;charset=UTF-8"));
        }
        return new HttpAnswer(status.intValue(), headers, bytes);
    }
}
