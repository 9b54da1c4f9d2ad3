package app.prtosales.local;

import app.prtosales.local.edges.CloudTemplate;
import java.nio.file.Path;
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
}
