package app.prtosales.local;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// The whole product in this process, with data that is thrown away.
final class SampleProduct {

    static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

    private SampleProduct() {}

    /// As on its first day: nothing is in it.
    static LocalProduct start() {
        return LocalProduct.start(
                LocalProduct.Settings.of(ROOT.resolve("template.yaml"), null, null, 0),
                ProductHandlers::new);
    }

    /// With the lists of the sample company.
    static LocalProduct startWithLists() {
        LocalProduct product = start();
        new SampleCompany(ROOT, product).loadLists();
        return product;
    }

    static Map<String, Object> object(String json) {
        try {
            return Json.object(json);
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(json, broken);
        }
    }
}
