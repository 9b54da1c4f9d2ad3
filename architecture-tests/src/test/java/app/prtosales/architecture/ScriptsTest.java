package app.prtosales.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each script in `scripts/` promises.
class ScriptsTest {

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("scripts"))) {
            return files.filter(Files::isExecutable).filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void each_script_says_what_it_does_and_does_nothing_if_asked_for_help(
            Path script, @TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        Process help =
                new ProcessBuilder(script.toString(), "--help")
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(help.waitFor(20, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            help.destroyForcibly();
        }
        assertThat(help.exitValue()).isZero();
        assertThat(Files.readString(said, UTF_8)).isNotBlank();
    }
}
