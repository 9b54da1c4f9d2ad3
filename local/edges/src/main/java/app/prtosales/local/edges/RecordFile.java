package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A file that processes append lines to, such as a log, or a record that a test reads after other
/// tests have run. A file named by a system property is emptied by each process; one named by an
/// environment variable is shared by several processes.
public final class RecordFile {

    /// The files that this process has already emptied.
    private static final Set<Path> BEGUN = new HashSet<>();

    private final Path file;

    private RecordFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// A file whose lines are kept from one run to the next.
    public static RecordFile at(Path file) {
        return new RecordFile(file);
    }

    /// The file that the property names, without its earlier lines; empty if the property is not
    /// set.
    public static Optional<RecordFile> ofProperty(String property) {
        Optional<RecordFile> asked =
                Optional.ofNullable(System.getProperty(property))
                        .filter(name -> !name.isBlank())
                        .map(name -> at(Path.of(name)));
        asked.ifPresent(RecordFile::begin);
        return asked;
    }

    /// The file that the environment variable names; empty if the variable is not set.
    static Optional<RecordFile> ofVariable(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(name -> !name.isBlank())
                .map(name -> at(Path.of(name)));
    }

    private void begin() {
        synchronized (RecordFile.class) {
            try {
                if (BEGUN.add(file)) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    public void add(String line) {
        // One lock for the whole process, so that lines are never interleaved.
        synchronized (RecordFile.class) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        line + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
