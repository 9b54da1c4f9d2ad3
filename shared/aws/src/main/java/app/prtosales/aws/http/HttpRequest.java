package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway's HTTP API hands it over (payload format 2.0).
public final class HttpRequest {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[::1\\])(?::[0-9]{1,5})?");

    private final JsonValue event;
    private final Map<String, String> headers;
    private final Query query;
    private final byte[] body;

    private HttpRequest(JsonValue event) {
        this.event = event;
        this.headers = lowerCase(event.at("headers"));
        this.query = new Query(event.at("rawQueryString").text().orElse(""));
        this.body = body(event);
    }

    public static HttpRequest read(InputStream event) throws IOException {
        return new HttpRequest(Json.read(event));
    }

    /// `GET`, `HEAD`, `POST` …
    public String method() {
        return event.at("requestContext").at("http").at("method").text().orElse("");
    }

    /// The path without the API's stage.
    public String path() {
        String path = event.at("rawPath").text().orElse("/");
        String stage = "/" + event.at("requestContext").at("stage").text().orElse("$default");
        return path.equals(stage) || path.startsWith(stage + "/")
                ? "/" + path.substring(stage.length()).replaceFirst("^/", "")
                : path;
    }

    /// The route of the API that matched, such as `GET /placements/{id}`.
    public String route() {
        return event.at("routeKey").text().orElse("");
    }

    /// A part of the path that the route names, such as `id` of `/placements/{id}`.
    public Optional<String> pathParameter(String name) {
        return event.at("pathParameters").at(name).text();
    }

    /// A parameter of the query, decoded; its first value where it comes several times.
    public Optional<String> query(String name) {
        return query.first(name);
    }

    /// Whether a switch of the query is on; [Access] has refused what is neither on nor off.
    public boolean isOn(String name) {
        return query.first(name).flatMap(Query::switched).orElse(false);
    }

    /// The whole query.
    Query query() {
        return query;
    }

    /// @param name in any case
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// Without parameters and in lower case, such as `application/json`; empty when none is said.
    public String contentType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /// Whether the caller asks for this media type before JSON, which is what is answered
    /// otherwise.
    public boolean accepts(String mediaType) {
        String accept = header("accept").orElse("").toLowerCase(Locale.ROOT);
        int wanted = accept.indexOf(mediaType);
        int json = accept.indexOf("application/json");
        return wanted >= 0 && (json < 0 || wanted < json);
    }

    public byte[] body() {
        return body.clone();
    }

    public int bodyLength() {
        return body.length;
    }

    public String bodyText() {
        return new String(body, UTF_8);
    }

    /// A field of a form in the body, `application/x-www-form-urlencoded`.
    public Optional<String> formField(String name) {
        return contentType().equals("application/x-www-form-urlencoded")
                ? Optional.ofNullable(parameters(bodyText()).get(name))
                : Optional.empty();
    }

    /// Under which address the caller reached us, such as `https://x.execute-api…`, without a slash
    /// at its end. The gateway has matched the host before we see it.
    public String baseUrl() {
        String host =
                header("host")
                        .filter(said -> HOST.matcher(said).matches())
                        .orElseGet(() ->
                                event.at("requestContext")
                                        .at("domainName")
                                        .text()
                                        .orElse("localhost"));
        boolean plain = header("x-forwarded-proto").equals(Optional.of("http"));
        return (plain ? "http://" : "https://") + host + stagePath();
    }

    private String stagePath() {
        String raw = event.at("rawPath").text().orElse("/");
        return raw.equals(path())
                ? ""
                : "/" + event.at("requestContext").at("stage").text().orElse("");
    }

    /// The claims of the token that the gateway verified; empty where it verified none.
    JsonValue claims() {
        return event.at("requestContext").at("authorizer").at("jwt").at("claims");
    }

    private static Map<String, String> lowerCase(JsonValue headers) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.fields()
                .forEach((name, value) -> {
                    if (value instanceof String text) {
                        lower.put(name.toLowerCase(Locale.ROOT), text);
                    }
                });
        return lower;
    }

    private static Map<String, String> parameters(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String parameter : raw.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            @Nullable String name = decoded(parts[0]);
            @Nullable String value = decoded(parts.length == 2 ? parts[1] : "");
            if (name != null && value != null && !name.isEmpty()) {
                query.putIfAbsent(name, value);
            }
        }
        return query;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return null;
        }
    }

    private static byte[] body(JsonValue event) {
        String body = event.at("body").text().orElse("");
        return event.at("isBase64Encoded").isTrue()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(UTF_8);
    }

    /// The route, and nothing that a person sent (I10).
    @Override
    public String toString() {
        return "request " + route();
    }
}
