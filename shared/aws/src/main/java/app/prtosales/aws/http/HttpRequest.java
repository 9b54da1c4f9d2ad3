package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request in the format of API Gateway's HTTP API (payload format 2.0).
public final class HttpRequest {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[::1\\])(?::[0-9]{1,5})?");

    private final APIGatewayV2HTTPEvent event;
    private final APIGatewayV2HTTPEvent.RequestContext context;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Query query;
    private final byte[] body;

    /// @throws IllegalArgumentException if the body is said to be base64 and is not
    public HttpRequest(APIGatewayV2HTTPEvent event) {
        this.event = event;
        this.context =
                Optional.ofNullable(event.getRequestContext())
                        .orElseGet(APIGatewayV2HTTPEvent.RequestContext::new);
        Optional.ofNullable(event.getHeaders())
                .orElse(Map.of())
                .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        this.query = new Query(orEmpty(event.getRawQueryString()));
        this.body =
                event.getIsBase64Encoded()
                        ? Base64.getDecoder().decode(orEmpty(event.getBody()))
                        : orEmpty(event.getBody()).getBytes(UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// `GET`, `HEAD`, `POST` …
    public String method() {
        return context.getHttp() == null ? "" : orEmpty(context.getHttp().getMethod());
    }

    /// The path without the API's stage.
    public String path() {
        String path = rawPath();
        String stage = "/" + Optional.ofNullable(context.getStage()).orElse("$default");
        return path.equals(stage) || path.startsWith(stage + "/")
                ? "/" + path.substring(stage.length()).replaceFirst("^/", "")
                : path;
    }

    private String rawPath() {
        return Optional.ofNullable(event.getRawPath()).orElse("/");
    }

    /// The API route that matched, such as `GET /placements/{id}`.
    public String route() {
        return orEmpty(event.getRouteKey());
    }

    /// A path parameter, such as `id` in `/placements/{id}`.
    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(event.getPathParameters())
                .map(parameters -> parameters.get(name));
    }

    /// A query parameter, decoded; the first value if there are several.
    public Optional<String> query(String name) {
        return query.first(name);
    }

    /// Whether a flag in the query is on; [Access] has already refused values that are neither on
    /// nor off.
    public boolean isOn(String name) {
        return query.first(name).flatMap(Query::switched).orElse(false);
    }

    /// The whole query.
    Query query() {
        return query;
    }

    /// @param name in upper or lower case
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The media type in lower case without parameters, such as `application/json`; empty if there
    /// is none.
    public String contentType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /// The media type to answer with, of those offered in order of preference (RFC 9110, 12.5.1).
    /// The response must then say `Vary: Accept`.
    public String preferred(String... mediaTypes) {
        return Acceptance.read(header("accept").orElse("")).best(List.of(mediaTypes));
    }

    /// Whether the caller reads compressed responses (RFC 9110, 12.5.3).
    public boolean acceptsGzip() {
        return Acceptance.read(header("accept-encoding").orElse("")).accepts("gzip");
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

    /// The URL by which the caller reached us, such as `https://x.execute-api…`, without a trailing
    /// slash. API Gateway has checked the host.
    public String baseUrl() {
        String host =
                header("host")
                        .filter(said -> HOST.matcher(said).matches())
                        .or(() -> Optional.ofNullable(context.getDomainName()))
                        .orElse("localhost");
        boolean plain = header("x-forwarded-proto").equals(Optional.of("http"));
        return (plain ? "http://" : "https://") + host + stagePath();
    }

    private String stagePath() {
        return rawPath().equals(path()) ? "" : "/" + orEmpty(context.getStage());
    }

    /// The claims of the verified token; empty if there is none.
    Map<String, String> claims() {
        return Optional.ofNullable(context.getAuthorizer())
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
                .orElse(Map.of());
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

    /// Only the route, and nothing that a person sent (I10).
    @Override
    public String toString() {
        return "request " + route();
    }
}
