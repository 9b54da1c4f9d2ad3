package app.prtosales.local;

import app.prtosales.local.edges.RecordFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The functions' log lines, which go to CloudWatch in AWS. If the system property `prtosales.logs`
/// names a file, the lines of all products in this process are collected there too
/// (`docs/testing.md`).
final class LogFile {

    private final List<RecordFile> files;

    /// @param file the file for the lines, or null to discard them
    LogFile(@Nullable Path file) {
        this.files =
                Stream.concat(
                                Optional.ofNullable(file).map(RecordFile::at).stream(),
                                RecordFile.ofProperty("prtosales.logs").stream())
                        .toList();
    }

    /// A file for the lines of one command, deleted when this process ends.
    static Path temporary() throws IOException {
        return TemporaryFile.create("pr-to-sales-", ".log", new byte[0]);
    }

    void write(String function, String message) {
        String line = "%s %s".formatted(function, message.strip());
        files.forEach(each -> each.add(line));
    }
}
