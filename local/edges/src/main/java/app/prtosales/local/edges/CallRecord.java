package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/// Every call of the edges, one line of JSON each (`docs/testing.md`), in the file that the system
/// property `prtosales.calls` or the variable `PRTOSALES_CALLS` names.
public final class CallRecord {

    static final String PROPERTY = "prtosales.calls";
    static final String VARIABLE = "PRTOSALES_CALLS";

    private final Path file;

    private CallRecord(Path file) {
        this.file = file;
    }

    /// Nothing where nobody asked for one.
    public static Optional<CallRecord> asked() {
        return Optional.ofNullable(System.getProperty(PROPERTY, System.getenv(VARIABLE)))
                .filter(name -> !name.isBlank())
                .map(name -> new CallRecord(Path.of(name).toAbsolutePath()));
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
