package app.prtosales.local;

import app.prtosales.local.edges.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The functions' log lines, which CloudWatch would keep. The system property `prtosales.logs`
/// names a file for those of all products of a process (`docs/testing.md`).
final class LogFile {

    private final @Nullable Path file;
    private final Optional<RecordFile> ofProcess = RecordFile.ofProperty("prtosales.logs");

    /// @param file nothing to forget them
    LogFile(@Nullable Path file) {
        this.file = file;
    }

    synchronized void write(String function, String message) {
        String line = "%s %s".formatted(function, message.strip());
        ofProcess.ifPresent(all -> all.add(line));
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
