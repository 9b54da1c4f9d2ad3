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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The page and its files, served from the function's jar. The page is the same for everybody,
/// signed in or not. The files' path changes when any of them changes, so browsers may cache them
/// indefinitely and never mix two versions.
final class StaticFiles {

    static final List<String> ASSETS =
            List.of(
                    "app.css",
                    "actions.js",
                    "answers.js",
                    "api.js",
                    "app.js",
                    "askdates.js",
                    "askzones.js",
                    "audit.js",
                    "auth.js",
                    "banner.js",
                    "canonical.js",
                    "changes.js",
                    "chart.js",
                    "columns.js",
                    "csv.js",
                    "dialog.js",
                    "difference.js",
                    "directory.js",
                    "dom.js",
                    "draft.js",
                    "edit.js",
                    "effects.js",
                    "fields.js",
                    "foresee.js",
                    "form.js",
                    "found.js",
                    "goes.js",
                    "groups.js",
                    "history.js",
                    "home.js",
                    "identity.js",
                    "importing.js",
                    "joiners.js",
                    "kit.js",
                    "list.js",
                    "lists.js",
                    "lookup.js",
                    "mail.js",
                    "mailhealth.js",
                    "mapcolumns.js",
                    "outdated.js",
                    "page.js",
                    "placement.js",
                    "quarter.js",
                    "reach.js",
                    "regions.js",
                    "rowfields.js",
                    "sending.js",
                    "stillused.js",
                    "story.js",
                    "summary.js",
                    "tabs.js",
                    "terms.js",
                    "tidy.js",
                    "time.js",
                    "totals.js",
                    "values.js",
                    "zone.js");

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

    /// The page, its content security policy, and the texts of its files.
    private record Content(
            String shell, ContentPolicy policy, String version, Map<String, String> assets) {

        static Content read(Brand brand, SignIn signIn) {
            Map<String, String> assets = new TreeMap<>();
            ASSETS.forEach(name -> assets.put(name, StaticFiles.read("page/" + name)));
            assets.merge("app.css", Design.css(brand), (file, colors) -> colors + file);
            String version = Digest.of(assets.toString()).substring(0, VERSION_LENGTH);
            String shell =
                    StaticFiles.read("page/shell.html")
                            .replace("{version}", version)
                            .replace("{accent}", "%23" + brand.accent().substring(1));
            return new Content(shell, ContentPolicy.ofSite(signIn.origins()), version, assets);
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
        @Nullable String text = now.assets().get(name);
        if (text == null) {
            return ProblemJson.notFound("File not found.").response();
        }
        HttpResponse file = HttpResponse.of(200, type(name), text);
        return asked.equals(now.version()) ? file.with("cache-control", FOR_A_YEAR) : file;
    }

    /// The OpenAPI 3.1 description of the API.
    static HttpResponse openApi() {
        return HttpResponse.of(200, "application/yaml; charset=utf-8", read("openapi.yaml"));
    }

    private static String type(String name) {
        return (name.endsWith(".css") ? "text/css" : "text/javascript") + "; charset=utf-8";
    }

    private static String read(String name) {
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
