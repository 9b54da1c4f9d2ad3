package app.prtosales.local;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The files of the repository, and the product as they describe it.
final class Repository {

    static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

    private Repository() {}

    /// The whole product in memory.
    ///
    /// @param log where the functions' log lines go, or nothing
    static LocalProduct.Settings inMemory(@Nullable Path log) {
        return LocalProduct.Settings.of(ROOT.resolve("template.yaml"), null, log, 0);
    }

    /// The whole product in memory with the lists of the sample company.
    static LocalProduct startWithLists(@Nullable Path log) {
        LocalProduct product = LocalProduct.start(inMemory(log), ProductHandlers::new);
        new SampleCompany(ROOT, product).loadLists();
        return product;
    }

    /// The placement of `events/`, published an hour ago.
    static Map<String, Object> placement(LocalProduct product) throws Json.MalformedJson {
        Map<String, Object> event = SampleLists.read(ROOT.resolve("events/placement-intake.json"));
        return SampleCompany.publishedAgo(
                new LinkedHashMap<>(Json.object(Json.string(event.get("body")))),
                product.timeline().now(),
                Duration.ofHours(1));
    }
}
