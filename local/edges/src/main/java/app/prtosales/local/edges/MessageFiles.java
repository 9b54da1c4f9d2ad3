package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A queue's messages, one file each, so that they survive a restart as they do in SQS.
final class MessageFiles {

    private final @Nullable Path folder;

    /// @param folder the folder for the messages, or null to store nothing
    MessageFiles(@Nullable Path folder) {
        this.folder = folder;
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
    }

    void save(QueueMessage message) {
        if (folder == null) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id());
        fields.put("body", message.body());
        fields.put("attributes", message.attributes());
        fields.put("sentAt", message.sentAt().toString());
        fields.put("visibleAt", message.visibleAt().toString());
        fields.put("receiveCount", message.receiveCount());
        try {
            Path draft = folder.resolve(message.id() + ".draft");
            Files.writeString(draft, Json.text(fields));
            Files.move(
                    draft,
                    folder.resolve(message.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void remove(String id) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(id + ".json"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// The messages that an earlier process left, oldest first. Messages that were in flight are
    /// visible again immediately.
    List<QueueMessage> left() {
        List<QueueMessage> left = new ArrayList<>();
        if (folder == null) {
            return left;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                left.add(read(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        left.sort(Comparator.comparing(QueueMessage::sentAt));
        return left;
    }

    private static QueueMessage read(Path file) throws IOException {
        try {
            Map<String, Object> fields = Json.object(Files.readString(file));
            return new QueueMessage(
                    Json.string(fields.get("id")),
                    Json.string(fields.get("body")),
                    Json.map(fields.get("attributes")),
                    Instant.parse(Json.string(fields.get("sentAt"))),
                    Instant.parse(Json.string(fields.get("visibleAt"))),
                    Json.number(fields.get("receiveCount"), 0),
                    Instant.EPOCH,
                    "");
        } catch (Json.MalformedJson broken) {
            throw new IOException(file + " does not contain a message", broken);
        }
    }
}
