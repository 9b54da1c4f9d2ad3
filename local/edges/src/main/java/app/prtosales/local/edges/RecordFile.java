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

/// A file that a process adds lines to: for whoever looks on, or for tests that look at all that
/// was done while others ran. For those a system property names one that each process begins anew;
/// a variable of the environment, one that several processes add to.
public final class RecordFile {

    /// Those that this process has begun.
    private static final Set<Path> BEGUN = new HashSet<>();

    private final Path file;

    private RecordFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /// One whose lines are kept from one run to the next.
    public static RecordFile at(Path file) {
        return new RecordFile(file);
    }

    /// Nothing where nobody asked for one.
    public static Optional<RecordFile> ofProperty(String property) {
        Optional<RecordFile> asked =
                Optional.ofNullable(System.getProperty(property))
                        .filter(name -> !name.isBlank())
                        .map(name -> at(Path.of(name)));
        asked.ifPresent(RecordFile::begin);
        return asked;
    }

    /// Nothing where nobody asked for one.
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
        // One lock for all of this process: lines do not mix.
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
