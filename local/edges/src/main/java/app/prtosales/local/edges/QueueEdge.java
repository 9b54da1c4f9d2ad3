package app.prtosales.local.edges;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// SQS: the operations that functions, tests and tools call, with SQS's limits and errors.
final class QueueEdge implements EdgeService {

    private static final int MAX_VISIBILITY_SECONDS = 43_200;
    private static final int MAX_WAIT_SECONDS = 20;

    private final Map<String, LocalQueue> queues = new TreeMap<>();
    private final String edges;

    /// @param folder the folder for the messages, or null to store nothing
    /// @param edges the base URL of the edges, with which every queue URL begins
    QueueEdge(
            List<QueueDefinition> definitions,
            InstantSource clock,
            @Nullable Path folder,
            String edges) {
        this.edges = edges;
        List<QueueDefinition> inOrder = new ArrayList<>(definitions);
        inOrder.sort(Comparator.comparing(each -> each.deadLetters() != null));
        for (QueueDefinition each : inOrder) {
            String deadLetters = each.deadLetters();
            queues.put(
                    each.name(),
                    new LocalQueue(
                            each,
                            clock,
                            deadLetters == null ? null : queues.get(deadLetters),
                            new MessageFiles(folder == null ? null : folder.resolve(each.name()))));
        }
    }

    Optional<LocalQueue> find(String name) {
        return Optional.ofNullable(queues.get(name));
    }

    List<LocalQueue> all() {
        return List.copyOf(queues.values());
    }

    @Override
    public EdgeReply answer(EdgeRequest request) throws Json.MalformedJson {
        Map<String, Object> body = Json.object(request.body());
        try {
            return EdgeReply.json10(
                    switch (request.operation()) {
                        case "SendMessage" -> sendMessage(body);
                        case "SendMessageBatch" -> sendMessageBatch(body);
                        case "ReceiveMessage" -> receiveMessage(body);
                        case "DeleteMessage" -> deleteMessage(queue(body), body);
                        case "DeleteMessageBatch" ->
                                each(queue(body), body, QueueEdge::deleteMessage);
                        case "ChangeMessageVisibility" -> changeVisibility(queue(body), body);
                        case "ChangeMessageVisibilityBatch" ->
                                each(queue(body), body, QueueEdge::changeVisibility);
                        case "GetQueueUrl" -> Map.of("QueueUrl", url(named(body, "QueueName")));
                        case "GetQueueAttributes" ->
                                Map.of("Attributes", queueAttributes(queue(body)));
                        case "ListQueues" ->
                                Map.of(
                                        "QueueUrls",
                                        queues.values().stream().map(this::url).toList());
                        case "PurgeQueue" -> purge(queue(body));
                        default ->
                                throw new QueueRefusal(
                                        "com.amazon.coral.service#UnknownOperationException",
                                        request.operation() + " is not supported here");
                    });
        } catch (QueueRefusal refused) {
            return refused.reply();
        }
    }

    private Map<String, Object> sendMessage(Map<String, Object> body) throws QueueRefusal {
        LocalQueue queue = queue(body);
        Map<String, Object> attributes = Json.map(body.get("MessageAttributes"));
        String text = Json.string(body.get("MessageBody"));
        QueueRequests.check(text, attributes);
        if (QueueRequests.size(text, attributes) > QueueRequests.MAX_BYTES) {
            throw QueueRefusal.invalid(
                    "One or more parameters are invalid. Reason: Message must be shorter than "
                            + QueueRequests.MAX_BYTES
                            + " bytes.");
        }
        return sent(queue.send(text, attributes, QueueRequests.delay(queue, body)));
    }

    private Map<String, Object> sendMessageBatch(Map<String, Object> body) throws QueueRefusal {
        LocalQueue queue = queue(body);
        List<Map<String, Object>> entries = QueueRequests.entries(body);
        int bytes = 0;
        for (Map<String, Object> entry : entries) {
            bytes +=
                    QueueRequests.size(
                            Json.string(entry.get("MessageBody")),
                            Json.map(entry.get("MessageAttributes")));
        }
        if (bytes > QueueRequests.MAX_BYTES) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#BatchRequestTooLong",
                    "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
                            .formatted(QueueRequests.MAX_BYTES, bytes));
        }
        return each(
                queue,
                body,
                (to, entry) -> {
                    Map<String, Object> attributes = Json.map(entry.get("MessageAttributes"));
                    String text = Json.string(entry.get("MessageBody"));
                    QueueRequests.check(text, attributes);
                    return sent(to.send(text, attributes, QueueRequests.delay(to, entry)));
                });
    }

    private static Map<String, Object> sent(QueueMessage message) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("MessageId", message.id());
        result.put(
                "MD5OfMessageBody",
                QueueChecksums.md5(message.body().getBytes(StandardCharsets.UTF_8)));
        if (!message.attributes().isEmpty()) {
            result.put("MD5OfMessageAttributes", QueueChecksums.md5(message.attributes()));
        }
        return result;
    }

    private Map<String, Object> receiveMessage(Map<String, Object> body) throws QueueRefusal {
        LocalQueue queue = queue(body);
        int max = QueueRequests.bounded(body, "MaxNumberOfMessages", 1, 1, QueueRequests.MAX_BATCH);
        int visibility =
                QueueRequests.bounded(
                        body,
                        "VisibilityTimeout",
                        (int) queue.definition().visibilityTimeout().toSeconds(),
                        0,
                        MAX_VISIBILITY_SECONDS);
        int wait = QueueRequests.bounded(body, "WaitTimeSeconds", 0, 0, MAX_WAIT_SECONDS);
        try {
            queue.awaitVisible(Duration.ofSeconds(wait));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        List<QueueMessage> received = queue.receive(max, Duration.ofSeconds(visibility));
        return received.isEmpty()
                ? Map.of()
                : Map.of("Messages", received.stream().map(QueueEdge::shown).toList());
    }

    private static Map<String, Object> shown(QueueMessage message) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("MessageId", message.id());
        shown.put("ReceiptHandle", message.receipt());
        shown.put("MD5OfBody", QueueChecksums.md5(message.body().getBytes(StandardCharsets.UTF_8)));
        shown.put("Body", message.body());
        shown.put("Attributes", systemAttributes(message));
        if (!message.attributes().isEmpty()) {
            shown.put("MD5OfMessageAttributes", QueueChecksums.md5(message.attributes()));
            shown.put("MessageAttributes", message.attributes());
        }
        return shown;
    }

    /// The system attributes that SQS adds to a message.
    static Map<String, Object> systemAttributes(QueueMessage message) {
        return Map.of(
                "ApproximateReceiveCount",
                String.valueOf(message.receiveCount()),
                "SentTimestamp",
                String.valueOf(message.sentAt().toEpochMilli()),
                "SenderId",
                LocalStack.ACCOUNT,
                "ApproximateFirstReceiveTimestamp",
                String.valueOf(message.firstReceivedAt().toEpochMilli()));
    }

    private static Map<String, Object> deleteMessage(LocalQueue queue, Map<String, Object> body)
            throws QueueRefusal {
        String receipt = Json.string(body.get("ReceiptHandle"));
        if (receipt.isEmpty()) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#ReceiptHandleIsInvalid",
                    "The input receipt handle is invalid.");
        }
        queue.delete(receipt);
        return Map.of();
    }

    private static Map<String, Object> changeVisibility(LocalQueue queue, Map<String, Object> body)
            throws QueueRefusal {
        int seconds =
                QueueRequests.bounded(body, "VisibilityTimeout", 0, 0, MAX_VISIBILITY_SECONDS);
        if (!queue.changeVisibility(
                Json.string(body.get("ReceiptHandle")), Duration.ofSeconds(seconds))) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#ReceiptHandleIsInvalid",
                    "The input receipt handle is invalid.");
        }
        return Map.of();
    }

    private static Map<String, Object> purge(LocalQueue queue) {
        for (QueueMessage message : queue.receive(Integer.MAX_VALUE, Duration.ZERO)) {
            queue.delete(message.receipt());
        }
        return Map.of();
    }

    private static Map<String, Object> queueAttributes(LocalQueue queue) {
        QueueDefinition definition = queue.definition();
        Map<String, Object> attributes = new LinkedHashMap<>();
        long invisible = 0;
        long delayed = 0;
        List<QueueMessage> contents = queue.contents();
        for (QueueMessage message : contents) {
            if (message.visibleAt().isAfter(queue.now())) {
                if (message.receiveCount() > 0) {
                    invisible++;
                } else {
                    delayed++;
                }
            }
        }
        attributes.put("QueueArn", definition.arn());
        attributes.put(
                "ApproximateNumberOfMessages",
                String.valueOf(contents.size() - invisible - delayed));
        attributes.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(invisible));
        attributes.put("ApproximateNumberOfMessagesDelayed", String.valueOf(delayed));
        attributes.put(
                "VisibilityTimeout", String.valueOf(definition.visibilityTimeout().toSeconds()));
        attributes.put("DelaySeconds", String.valueOf(definition.delay().toSeconds()));
        attributes.put("MaximumMessageSize", String.valueOf(QueueRequests.MAX_BYTES));
        if (definition.deadLetters() != null) {
            attributes.put(
                    "RedrivePolicy",
                    Json.text(
                            Map.of(
                                    "deadLetterTargetArn",
                                    LocalStack.arn("sqs", definition.deadLetters()),
                                    "maxReceiveCount",
                                    definition.maxReceiveCount())));
        }
        return attributes;
    }

    private interface Operation {
        Map<String, Object> on(LocalQueue queue, Map<String, Object> entry) throws QueueRefusal;
    }

    private static Map<String, Object> each(
            LocalQueue queue, Map<String, Object> body, Operation operation) throws QueueRefusal {
        List<Object> successful = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Map<String, Object> entry : QueueRequests.entries(body)) {
            String id = Json.string(entry.get("Id"));
            try {
                Map<String, Object> done = new LinkedHashMap<>(operation.on(queue, entry));
                done.put("Id", id);
                successful.add(done);
            } catch (QueueRefusal refused) {
                failed.add(
                        Map.of(
                                "Id",
                                id,
                                "SenderFault",
                                true,
                                "Code",
                                refused.code(),
                                "Message",
                                String.valueOf(refused.getMessage())));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Successful", successful);
        if (!failed.isEmpty()) {
            result.put("Failed", failed);
        }
        return result;
    }

    private LocalQueue queue(Map<String, Object> body) throws QueueRefusal {
        return named(body, "QueueUrl");
    }

    private LocalQueue named(Map<String, Object> body, String parameter) throws QueueRefusal {
        String name = LocalStack.nameIn(Json.string(body.get(parameter)));
        LocalQueue queue = queues.get(name);
        if (queue == null) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
        }
        return queue;
    }

    private String url(LocalQueue queue) {
        return "%s/%s/%s".formatted(edges, LocalStack.ACCOUNT, queue.definition().name());
    }
}
