package app.prtosales.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Stream;

/// What one of our pages may load and run, so that outside text can never run in it, even if an
/// escape is missed ([Content Security Policy Level 3](https://www.w3.org/TR/CSP3/)).
///
/// @param header the value of the header `Content-Security-Policy`
public record ContentPolicy(String header) {

    /// For the form's site: scripts and styles from its own files; nothing inline, no frames.
    ///
    /// @param origins other origins its scripts may contact, such as `https://issuer.example`
    public static ContentPolicy ofSite(Collection<String> origins) {
        return new ContentPolicy(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                        + " connect-src %s; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(String.join(" ", selfAnd(origins))));
    }

    /// For a read-only page: its one style and nothing else, no scripts, no frames.
    ///
    /// @param style exactly the text between `<style>` and `</style>`
    public static ContentPolicy ofPage(String style) {
        return sealed(style, "'none'");
    }

    /// The same with a form, which may post to the page's own site.
    ///
    /// @param style exactly the text between `<style>` and `</style>`
    public static ContentPolicy ofForm(String style) {
        return sealed(style, "'self'");
    }

    private static ContentPolicy sealed(String style, String forms) {
        return new ContentPolicy(
                "default-src 'none'; style-src '%s'; form-action %s; frame-ancestors 'none'; base-uri 'none'"
                        .formatted(hash(style), forms));
    }

    private static Iterable<String> selfAnd(Collection<String> origins) {
        return Stream.concat(Stream.of("'self'"), origins.stream()).toList();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
