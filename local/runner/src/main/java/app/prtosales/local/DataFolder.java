package app.prtosales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The data folder of a running product; a second instance on the same folder is refused.
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String DATA = "data";

    /// The file that marks the data as the product's. Older data has none, but has a table.
    private static final String MARK = "pr-to-sales";

    private static final String TABLE = "dynamodb";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Locks the folder for this process. A folder with other data is left as it is, because
    /// `--fresh` would delete that data.
    static DataFolder take(Path folder) {
        try {
            Path data = folder.resolve(DATA);
            if (!isOurs(data)) {
                throw new Usage(
                        "%s has files that this product didn't create; choose another folder with --data"
                                .formatted(data));
            }
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock taken = tryLock(channel);
            if (taken == null) {
                channel.close();
                throw new Usage(
                        "another instance is already using %s; stop it first".formatted(folder));
            }
            return new DataFolder(folder, channel);
        } catch (IOException unusable) {
            throw new Usage("%s cannot be used: %s".formatted(folder, why(unusable)));
        }
    }

    private static boolean isOurs(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return !Files.exists(data);
        }
        if (Files.exists(data.resolve(MARK)) || Files.isDirectory(data.resolve(TABLE))) {
            return true;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isEmpty();
        }
    }

    /// File systems often report only the path.
    private static String why(IOException unusable) {
        return switch (unusable) {
            case FileAlreadyExistsException taken -> taken.getFile() + " is a file";
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            default -> unusable.toString();
        };
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    /// The folder that the product's state is stored in.
    Path data() {
        try {
            Path data = Files.createDirectories(folder.resolve(DATA));
            Files.write(data.resolve(MARK), new byte[0]);
            return data;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /// The file for the functions' log lines.
    Path log() {
        return folder.resolve("functions.log");
    }

    /// Deletes the product's state.
    void empty() {
        remove(folder.resolve(DATA));
        data();
    }

    /// Deletes a folder and everything in it.
    private static void remove(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(
                    path,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path directory, @Nullable IOException problem) throws IOException {
                            Files.delete(directory);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
