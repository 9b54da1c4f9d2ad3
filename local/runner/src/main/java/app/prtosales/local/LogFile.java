package app.prtosales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The functions' log lines, which CloudWatch would keep.
final class LogFile {

    private final @Nullable Path file;

    /// @param file nothing to forget them
    LogFile(@Nullable Path file) {
        this.file = file;
    }

    synchronized void write(String function, String message) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    "%s %s%n".formatted(function, message.strip()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
