package app.prtosales.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that are deleted when this process ends. An interrupted process goes on while it shuts
/// down; from then on it creates no more files, because nothing would delete them.
final class TemporaryFile {

    private static boolean isEnding;

    static {
        // The runtime deletes the files once all shutdown hooks have ended.
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFile::end));
    }

    private TemporaryFile() {}

    /// @throws IllegalStateException if the process is ending
    static synchronized Path create(String prefix, String suffix, byte[] content)
            throws IOException {
        if (isEnding) {
            throw new IllegalStateException("the process is ending");
        }
        Path file = Files.createTempFile(prefix, suffix);
        file.toFile().deleteOnExit();
        return Files.write(file, content);
    }

    private static synchronized void end() {
        isEnding = true;
    }
}
