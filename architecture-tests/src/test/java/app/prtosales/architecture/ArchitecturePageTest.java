package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `ARCHITECTURE.md` describes each function and each package of the domain in a row of a table.
class ArchitecturePageTest {

    private static final Path ROOT = Repository.root();

    private static final Path DOMAIN = ROOT.resolve("shared/domain/src/main/java/app/prtosales");

    @Test
    void every_function_has_a_row() throws IOException {
        List<String> functions =
                Repository.folders("functions").stream().map(ArchitecturePageTest::name).toList();

        assertThat(namedInRows()).containsAll(functions);
    }

    @Test
    void every_package_of_the_domain_has_a_row() throws IOException {
        try (Stream<Path> packages = Files.list(DOMAIN)) {
            assertThat(namedInRows())
                    .containsAll(packages.map(ArchitecturePageTest::name).toList());
        }
    }

    /// The names in the first cell of each row: `page` and `lookup` in "| `page`, `lookup` | …".
    private static List<String> namedInRows() throws IOException {
        return Files.readAllLines(ROOT.resolve("ARCHITECTURE.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Stream.of(line.split("\\|", 3)[1].split(",")))
                .map(name -> name.strip().replace("`", ""))
                .toList();
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
