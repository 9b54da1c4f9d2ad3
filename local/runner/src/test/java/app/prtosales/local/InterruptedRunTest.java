package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./run` ends cleanly when it is interrupted, and leaves no process and no temporary file behind.
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class InterruptedRunTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder = Path.of("");

    @Test
    void a_build_that_is_interrupted_ends_before_the_command_does() throws Exception {
        Path maven =
                script(
                        "bin/mvn",
                        """
                        trap 'sleep 0.5; touch ended; exit 143' TERM
                        touch begun
                        while :; do sleep 0.1; done
                        """);
        Path jdk = script("jdk/bin/java", "").resolveSibling("..").normalize();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
        Files.copy(Repository.ROOT.resolve("run"), folder.resolve("run"));
        ProcessBuilder builder = new ProcessBuilder("bash", "run");
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().compute("PATH", (name, path) -> maven.getParent() + ":" + path);

        Process run = builder.directory(folder.toFile()).redirectErrorStream(true).start();
        await(folder.resolve("begun"));
        run.toHandle().destroy();

        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(folder.resolve("ended")).exists();
        assertThat(lines(run)).last().isEqualTo("./run: stopped");
        assertThat(names(folder.resolve("target"))).containsExactly("run.log");
    }

    @Test
    void a_start_that_is_interrupted_says_that_it_stopped_and_leaves_no_file_behind()
            throws Exception {
        Process run = java("--port", "0", "--data", folder.resolve("data").toString());
        BufferedReader output = run.inputReader(UTF_8);
        assertThat(output.readLine()).startsWith("starting: ");
        awaitFileIn(folder.resolve("tmp"));
        run.toHandle().destroy();

        assertThat(output.readAllAsString()).isEqualTo("stopped\n");
        assertThat(run.waitFor()).isNotZero();
        assertThat(names(folder.resolve("tmp"))).isEmpty();
    }

    @Test
    void a_call_that_is_interrupted_leaves_no_file_behind() throws Exception {
        Process run = java("invoke", "WeeklyAudit", "-e", "events/weekly-audit.json");
        awaitFileIn(folder.resolve("tmp"));
        run.toHandle().destroy();
        run.waitFor();

        assertThat(names(folder.resolve("tmp"))).isEmpty();
    }

    private Process java(String... arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                requireNonNull(System.getProperty("java.class.path")),
                                Run.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(Repository.ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Path script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void await(Path file) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!Files.exists(file) && Instant.now().isBefore(until)) {
            Thread.sleep(10);
        }
    }

    private static void awaitFileIn(Path folder) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (names(folder).isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(10);
        }
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader output = process.inputReader(UTF_8)) {
            return output.lines().toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
