package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every call of the edges, one line of JSON each (`docs/testing.md`). The system property
/// `prtosales.calls` names a file that a process begins anew; to the one that the variable
/// `PRTOSALES_CALLS` names, each process adds.
public final class CallRecord {

    static final String PROPERTY = "prtosales.calls";
    static final String VARIABLE = "PRTOSALES_CALLS";

    /// The file that this process has begun.
    private static @Nullable Path begun;

    private final Path file;

    private CallRecord(Path file) {
        this.file = file;
    }

    /// Nothing where nobody asked for one.
    public static Optional<CallRecord> asked() {
        Optional<CallRecord> anew =
                Optional.ofNullable(System.getProperty(PROPERTY))
                        .filter(name -> !name.isBlank())
                        .map(name -> new CallRecord(Path.of(name).toAbsolutePath()));
        anew.ifPresent(CallRecord::begin);
        return anew.or(() ->
                Optional.ofNullable(System.getenv(VARIABLE))
                        .filter(name -> !name.isBlank())
                        .map(name -> new CallRecord(Path.of(name).toAbsolutePath())));
    }

    private void begin() {
        synchronized (CallRecord.class) {
            if (file.equals(begun)) {
                return;
            }
            try {
                Files.deleteIfExists(file);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            begun = file;
        }
    }

    /// Adds the line of a call.
    public void add(Map<String, Object> call) {
        String line = Json.text(call) + "\n";
        // One for all edges of this process: lines do not mix.
        synchronized (CallRecord.class) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        line,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
