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

/// The files of the repository.
final class Repository {

    private static final Path TEMPLATE = CloudTemplate.find(Path.of(""));

    private Repository() {}

    static Path root() {
        Path root = TEMPLATE.getParent();
        if (root == null) {
            throw new IllegalStateException("the template lies in no folder");
        }
        return root;
    }

    /// The template, as a stack would see it whose AWS is at that address.
    static CloudTemplate template(String edges) {
        return CloudTemplate.read(
                TEMPLATE,
                new LocalStack(edges, Map.of("FromAddress", "coverage@sample-medtech.example")));
    }

    /// The folders that lie in a folder and hold a module.
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
