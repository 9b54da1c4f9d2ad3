package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The files that the API serves as they are, from the function's own jar.
final class StaticFiles {

    private StaticFiles() {}

    /// The page at `/`, the same for everybody, signed in or not.
    static HttpResponse shell() {
        return HttpResponse.html(200, read("shell.html"));
    }

    /// The description of the API, OpenAPI 3.1.
    static HttpResponse openApi() {
        return HttpResponse.of(200, "application/yaml; charset=utf-8", read("openapi.yaml"));
    }

    private static String read(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing in the jar".formatted(name));
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
