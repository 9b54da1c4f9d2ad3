package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The script `run`, which starts the product once it is built.
@Timeout(60)
class RunScriptTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void an_empty_port_is_as_good_as_none() throws Exception {
        built();

        assertThat(portOfTheProductWith("")).isEqualTo("none");
        assertThat(portOfTheProductWith("8081")).isEqualTo("8081");
    }

    /// A repository that is built, for a JDK that only says which port the product would get.
    private void built() throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/usr/bin/env bash\necho \"${PORT-none}\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
        Files.copy(Repository.ROOT.resolve("run"), folder.resolve("run"));
        Files.createDirectories(folder.resolve("local/runner/target/lib"));
        Files.createFile(Files.createDirectory(folder.resolve("target")).resolve("run.stamp"));
    }

    private String portOfTheProductWith(String port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "run").directory(folder.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PORT", port);
        Process run = builder.redirectErrorStream(true).start();
        String said =
                new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(run.waitFor()).isZero();
        return said;
    }
}
