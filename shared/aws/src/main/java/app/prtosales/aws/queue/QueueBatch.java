package app.prtosales.aws.queue;

import app.prtosales.aws.Log;
import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The messages that SQS hands to a function together, and the answer that names those which are to
/// come again.
public record QueueBatch(List<Message> messages) {

    public QueueBatch {
        messages = List.copyOf(messages);
    }

    /// @param id SQS's own
    public record Message(String id, String body) {

        /// Says which one it is, and nothing of its content.
        @Override
        public String toString() {
            return "message " + id;
        }
    }

    public static QueueBatch read(InputStream event) throws IOException {
        return new QueueBatch(
                Json.read(event).at("Records").elements().stream()
                        .map(QueueBatch::message)
                        .toList());
    }

    private static Message message(JsonValue message) {
        return new Message(
                message.at("messageId").text().orElse(""), message.at("body").text().orElse(""));
    }

    /// Has each message worked on and answers which are to come again. The one place where whatever
    /// breaks is caught: SQS brings that message again, and after its last try puts it into the
    /// dead-letter queue, while the others of the batch stay done.
    ///
    /// @param work throws when the message is to come again
    public static void workOff(
            InputStream event, OutputStream answer, Log log, Consumer<Message> work)
            throws IOException {
        List<String> failed = new ArrayList<>();
        for (Message message : read(event).messages()) {
            try {
                work.accept(message);
            } catch (RuntimeException broken) {
                log.error(
                        "message failed; it comes again",
                        Map.of("message", message.id(), "why", String.valueOf(broken)));
                failed.add(message.id());
            }
        }
        answer(failed, answer);
    }

    /// @param failed ids of the messages that are to come again; all others are done
    static void answer(List<String> failed, OutputStream answer) throws IOException {
        List<Map<String, String>> failures =
                failed.stream().map(id -> Map.of("itemIdentifier", id)).toList();
        Json.write(Map.of("batchItemFailures", failures), answer);
    }
}
