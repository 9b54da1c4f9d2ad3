package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// I10 for everything that the functions logged while the suites of the runner and the browser ran,
/// including hostile input and refused calls.
class RecordedLogsTest {

    private static final Path FOLDER = Repository.root().resolve("target/logs");

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+[.][a-z]");
    private static final Pattern LINK_OR_TOKEN =
            Pattern.compile(
                    "/r/(?!(?:audit/)?[{])|\\beyJ[A-Za-z0-9_-]{8}|(?i)bearer|\\b1[.][A-Za-z0-9_-]{6,}[.]");
    private static final Pattern NAME = Pattern.compile("Sample Rep [0-9]{2}");

    @Test
    void i10_no_line_of_any_function_holds_an_address_a_link_a_token_or_a_name() throws Exception {
        boolean recorded = Files.isDirectory(FOLDER);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(recorded).as("the lines that the suites record").isTrue();
        }
        assumeThat(recorded)
                .as("skipped: no lines are recorded; mvn verify of the whole project records them")
                .isTrue();

        List<String> lines = lines();

        assertThat(lines).hasSizeGreaterThan(1_000);
        for (Pattern secret : List.of(ADDRESS, LINK_OR_TOKEN, NAME)) {
            assertThat(lines.stream().filter(line -> secret.matcher(line).find()).limit(10))
                    .as(secret.pattern())
                    .isEmpty();
        }
    }

    private static List<String> lines() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                all.addAll(Files.readAllLines(file));
            }
        }
        return all;
    }
}
