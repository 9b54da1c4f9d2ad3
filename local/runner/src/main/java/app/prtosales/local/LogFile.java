package app.prtosales.local;

import app.prtosales.local.edges.RecordFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The functions' log lines, which CloudWatch would keep. The system property `prtosales.logs`
/// names a file for those of all products of a process (`docs/testing.md`).
final class LogFile {

    private final List<RecordFile> files;

    /// @param file nothing to forget them
    LogFile(@Nullable Path file) {
        this.files =
                Stream.concat(
                                Optional.ofNullable(file).map(RecordFile::at).stream(),
                                RecordFile.ofProperty("prtosales.logs").stream())
                        .toList();
    }

    void write(String function, String message) {
        String line = "%s %s".formatted(function, message.strip());
        files.forEach(each -> each.add(line));
    }
}
