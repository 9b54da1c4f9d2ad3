package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import app.prtosales.text.ContentPolicy;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A response to the HTTP API. Each one forbids storing and content sniffing, sends no referrer to
/// other sites, and requires TLS (RFC 6797; browsers ignore that over plain HTTP, and so in local
/// runs).
///
/// @param headers the headers by lower-case name
/// @param body the text, or bytes in base64
/// @param noted further fields for the log: ids and fixed words, no text from people (I10). Not
///   sent to the caller
public record HttpResponse(
        int status,
        Map<String, String> headers,
        String body,
        boolean isBase64,
        Map<String, String> noted) {

    /// The media types that callers can choose between.
    public static final String JSON = "application/json";

    public static final String CSV = "text/csv";
    public static final String HTML = "text/html";
    public static final String TEXT = "text/plain";
    public static final String ZIP = "application/zip";

    public HttpResponse {
        headers = Map.copyOf(headers);
        noted = Map.copyOf(noted);
    }

    private HttpResponse(int status, Map<String, String> headers, String body, boolean isBase64) {
        this(status, headers, body, isBase64, Map.of());
    }

    /// @param value any value that [Json#write(Object)] accepts
    public static HttpResponse json(int status, @Nullable Object value) {
        return of(status, JSON, Json.write(value));
    }

    public static HttpResponse text(int status, String text) {
        return of(status, TEXT + "; charset=utf-8", text);
    }

    public static HttpResponse csv(int status, String csv) {
        return of(status, CSV + "; charset=utf-8", csv);
    }

    public static HttpResponse html(int status, String html, ContentPolicy policy) {
        return of(status, HTML + "; charset=utf-8", html)
                .with("Content-Security-Policy", policy.header());
    }

    /// The most bytes that a text can take up in Lambda's response, where the body is a JSON
    /// string: quotes, backslashes and control characters are escaped. Lambda limits the response
    /// to 6 MB. <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
    public static int length(String body) {
        int escapes = 0;
        for (int i = 0; i < body.length(); i++) {
            char each = body.charAt(i);
            if (each == '"' || each == '\\') {
                escapes++;
            } else if (each < ' ') {
                escapes += 5;
            }
        }
        return body.getBytes(UTF_8).length + escapes;
    }

    /// A 303 See Other, for answering a form's POST.
    public static HttpResponse redirect(String location) {
        return text(303, "").with("Location", location);
    }

    /// @param contentType a type that has no method of its own here
    public static HttpResponse of(int status, String contentType, String body) {
        return new HttpResponse(
                status,
                Map.of(
                        "content-type", contentType,
                        "cache-control", "no-store",
                        "x-content-type-options", "nosniff",
                        "referrer-policy", "no-referrer",
                        "strict-transport-security", "max-age=31536000"),
                body,
                false);
    }

    /// A binary file.
    public static HttpResponse bytes(int status, String contentType, byte[] body) {
        return new HttpResponse(
                status,
                of(status, contentType, "").headers(),
                Base64.getEncoder().encodeToString(body),
                true);
    }

    /// This response with a header added or replaced.
    public HttpResponse with(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("a header's value must be a single line");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new HttpResponse(status, more, body, isBase64, noted);
    }

    /// This response, which depends on a header of the request (RFC 9110, 12.5.5).
    public HttpResponse varyingBy(String header) {
        return with("Vary", header);
    }

    /// This response with another field for the log.
    ///
    /// @param value an id or fixed words, never text from people
    public HttpResponse noting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(noted);
        more.put(name, value);
        return new HttpResponse(status, headers, body, isBase64, more);
    }

    /// The response to a HEAD request: without the body.
    HttpResponse withoutBody() {
        return new HttpResponse(status, headers, "", false, noted);
    }

    APIGatewayV2HTTPResponse forGateway() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(new TreeMap<>(headers))
                .withBody(body)
                .withIsBase64Encoded(isBase64)
                .build();
    }
}
