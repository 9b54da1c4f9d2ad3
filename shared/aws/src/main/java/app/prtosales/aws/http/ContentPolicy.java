package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// What a page may load and run: nothing but itself. A style or script that stands in the page runs
/// only where its very text is named here, so injected text never does.
public final class ContentPolicy {

    private final List<String> styles;
    private final List<String> scripts;
    private final List<String> connections;

    private ContentPolicy(List<String> styles, List<String> scripts, List<String> connections) {
        this.styles = List.copyOf(styles);
        this.scripts = List.copyOf(scripts);
        this.connections = List.copyOf(connections);
    }

    /// No script, no inline style, no frame; forms go to ourselves.
    public static ContentPolicy strict() {
        return new ContentPolicy(List.of(), List.of(), List.of());
    }

    /// @param text exactly what stands between `<style>` and `</style>`
    public ContentPolicy withStyle(String text) {
        return new ContentPolicy(and(styles, hash(text)), scripts, connections);
    }

    /// @param text exactly what stands between `<script>` and `</script>`
    public ContentPolicy withScript(String text) {
        return new ContentPolicy(styles, and(scripts, hash(text)), connections);
    }

    /// @param origin whom a script of the page may ask, such as `https://issuer.example`
    public ContentPolicy withConnection(String origin) {
        return new ContentPolicy(styles, scripts, and(connections, origin));
    }

    /// The value of the header `Content-Security-Policy`.
    public String header() {
        return String.join(
                "; ",
                "default-src 'none'",
                "style-src " + sources(styles),
                "script-src " + sources(scripts),
                "img-src 'self' data:",
                "connect-src " + sources(connections),
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static String sources(List<String> named) {
        return named.isEmpty() ? "'self'" : "'self' " + String.join(" ", named);
    }

    private static List<String> and(List<String> some, String another) {
        List<String> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
