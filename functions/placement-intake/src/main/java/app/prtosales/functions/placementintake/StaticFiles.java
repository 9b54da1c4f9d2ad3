package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.SignIn;
import app.prtosales.concurrent.Lazy;
import app.prtosales.mail.Brand;
import app.prtosales.mail.Design;
import app.prtosales.text.ContentPolicy;
import app.prtosales.text.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The page, its style sheet and its script, served from the function's jar. The page is the same
/// for everyone, signed in or not. The files' path changes when either of them changes, so browsers
/// may cache them indefinitely and never mix two versions.
final class StaticFiles {

    private static final int VERSION_LENGTH = 12;
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    private final SignIn signIn;
    private final InstantSource clock;
    private final Lazy<Content> content;

    StaticFiles(SignIn signIn, Brand brand, InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
        this.content = new Lazy<>(() -> Content.read(brand, signIn));
    }

    /// The page, its content security policy, and its files by name.
    private record Content(
            String shell, ContentPolicy policy, String version, Map<String, Asset> assets) {

        static Content read(Brand brand, SignIn signIn) {
            String style = Design.css(brand) + StaticFiles.read("page/app.css");
            String script = PageScript.of("app", name -> StaticFiles.read("page/" + name));
            String version = Digest.of(style + script).substring(0, VERSION_LENGTH);
            String shell =
                    StaticFiles.read("page/shell.html")
                            .replace("{version}", version)
                            .replace("{accent}", "%23" + brand.accent().substring(1));
            return new Content(
                    shell,
                    ContentPolicy.ofSite(signIn.origins()),
                    version,
                    Map.of(
                            "app.css", Asset.of("text/css", style),
                            "app.js", Asset.of("text/javascript", script)));
        }
    }

    /// The responses with a file as text and compressed.
    private record Asset(HttpResponse plain, HttpResponse gzip) {

        static Asset of(String mediaType, String text) {
            String type = mediaType + "; charset=utf-8";
            return new Asset(
                    HttpResponse.of(200, type, text).varyingBy("Accept-Encoding"),
                    HttpResponse.bytes(200, type, compressed(text))
                            .with("content-encoding", "gzip")
                            .varyingBy("Accept-Encoding"));
        }

        private static byte[] compressed(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream compressed = new GZIPOutputStream(bytes)) {
                compressed.write(text.getBytes(UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    }

    /// Reads the files, which the first browser would otherwise wait for. The constructor does not:
    /// a cold start for any other request would take longer.
    void prepare() {
        content.get();
    }

    HttpResponse shell() {
        Content now = content.get();
        return HttpResponse.html(200, now.shell(), now.policy());
    }

    /// The settings of this deployment that the page needs, and the server's time.
    HttpResponse settings() {
        return HttpResponse.json(200, signIn.json(clock.instant()));
    }

    /// A page opened before an update may request the previous version; it gets the current one,
    /// marked as not cacheable.
    HttpResponse asset(HttpRequest request) {
        String asked = request.pathParameter("version").orElse("");
        String name = request.pathParameter("file").orElse("");
        Content now = content.get();
        @Nullable Asset asset = now.assets().get(name);
        if (asset == null) {
            return ProblemJson.notFound("File not found.").response();
        }
        HttpResponse file = request.acceptsGzip() ? asset.gzip() : asset.plain();
        return asked.equals(now.version()) ? file.with("cache-control", FOR_A_YEAR) : file;
    }

    /// The OpenAPI 3.1 description of the API.
    static HttpResponse openApi() {
        return HttpResponse.of(200, "application/yaml; charset=utf-8", read("openapi.yaml"));
    }

    /// The text of a file of the function's jar.
    ///
    /// @param name relative to this package
    static String read(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing from the jar".formatted(name));
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
