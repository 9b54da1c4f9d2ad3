package app.prtosales.architecture;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.LocalStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The repository's files.
final class Repository {

    private static final Path TEMPLATE = CloudTemplate.find(Path.of(""));

    private Repository() {}

    static Path root() {
        Path root = TEMPLATE.getParent();
        if (root == null) {
            throw new IllegalStateException("the template has no parent folder");
        }
        return root;
    }

    /// The template as deployed in a stack whose AWS endpoint is the given URL.
    static CloudTemplate template(String edges) {
        return CloudTemplate.read(
                TEMPLATE,
                new LocalStack(edges, Map.of("FromAddress", "coverage@sample-medtech.example")));
    }

    /// The subfolders of the given folder that contain a module.
    static List<Path> folders(String name) {
        try (Stream<Path> inside = Files.list(root().resolve(name))) {
            return inside.filter(each -> Files.isRegularFile(each.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
