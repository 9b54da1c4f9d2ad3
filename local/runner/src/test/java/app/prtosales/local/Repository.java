package app.prtosales.local;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The repository's files, and products started from them.
final class Repository {

    static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

    private Repository() {}

    /// Settings for the whole product in memory.
    ///
    /// @param log the file for the functions' log lines, or null for none
    static LocalProduct.Settings inMemory(@Nullable Path log) {
        return LocalProduct.Settings.of(ROOT.resolve("template.yaml"), null, log, 0);
    }

    /// Starts the whole product in memory with the sample company's lists.
    static LocalProduct startWithLists(@Nullable Path log) {
        LocalProduct product = LocalProduct.start(inMemory(log), ProductHandlers::new);
        new SampleCompany(ROOT, product).loadLists();
        return product;
    }

    /// The placement in `events/`, published an hour ago.
    static Map<String, Object> placement(LocalProduct product) throws Json.MalformedJson {
        Map<String, Object> event = SampleLists.read(ROOT.resolve("events/placement-intake.json"));
        return SampleCompany.publishedAgo(
                new LinkedHashMap<>(Json.object(Json.string(event.get("body")))),
                product.timeline().now(),
                Duration.ofHours(1));
    }
}
