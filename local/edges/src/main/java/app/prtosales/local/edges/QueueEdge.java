package app.prtosales.local.edges;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// SQS: the operations that functions, tests and tools call, with SQS's limits and errors.
final class QueueEdge implements EdgeService {

    /// A message, and all messages of a batch together, in bytes.
    private static final int MAX_BYTES = 1_048_576;

    private static final int MAX_BATCH = 10;
    private static final int MAX_DELAY_SECONDS = 900;
    private static final int MAX_VISIBILITY_SECONDS = 43_200;
    private static final int MAX_WAIT_SECONDS = 20;

    private final Map<String, LocalQueue> queues = new TreeMap<>();
    private final String edges;

    /// @param folder where messages are kept, or nothing to keep none
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
                                throw new Refused(
                                        "com.amazon.coral.service#UnknownOperationException",
                                        request.operation() + " is not answered here");
                    });
        } catch (Refused refused) {
            return refused.reply();
        }
    }

    private Map<String, Object> sendMessage(Map<String, Object> body) throws Refused {
        LocalQueue queue = queue(body);
        Map<String, Object> attributes = Json.map(body.get("MessageAttributes"));
        String text = Json.string(body.get("MessageBody"));
        check(text, attributes);
        if (size(text, attributes) > MAX_BYTES) {
            throw invalid(
                    "One or more parameters are invalid. Reason: Message must be shorter than "
                            + MAX_BYTES
                            + " bytes.");
        }
        return sent(queue.send(text, attributes, delay(queue, body)));
    }

    private Map<String, Object> sendMessageBatch(Map<String, Object> body) throws Refused {
        LocalQueue queue = queue(body);
        List<Map<String, Object>> entries = entries(body);
        int bytes = 0;
        for (Map<String, Object> entry : entries) {
            bytes +=
                    size(
                            Json.string(entry.get("MessageBody")),
                            Json.map(entry.get("MessageAttributes")));
        }
        if (bytes > MAX_BYTES) {
            throw new Refused(
                    "com.amazonaws.sqs#BatchRequestTooLong",
                    "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
                            .formatted(MAX_BYTES, bytes));
        }
        return each(
                queue,
                body,
                (to, entry) -> {
                    Map<String, Object> attributes = Json.map(entry.get("MessageAttributes"));
                    String text = Json.string(entry.get("MessageBody"));
                    check(text, attributes);
                    return sent(to.send(text, attributes, delay(to, entry)));
                });
    }

    private static Map<String, Object> sent(QueueMessage message) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("MessageId", message.id());
        result.put("MD5OfMessageBody", md5(message.body().getBytes(StandardCharsets.UTF_8)));
        if (!message.attributes().isEmpty()) {
            result.put("MD5OfMessageAttributes", md5(message.attributes()));
        }
        return result;
    }

    private Map<String, Object> receiveMessage(Map<String, Object> body) throws Refused {
        LocalQueue queue = queue(body);
        int max = bounded(body, "MaxNumberOfMessages", 1, 1, MAX_BATCH);
        int visibility =
                bounded(
                        body,
                        "VisibilityTimeout",
                        (int) queue.definition().visibilityTimeout().toSeconds(),
                        0,
                        MAX_VISIBILITY_SECONDS);
        int wait = bounded(body, "WaitTimeSeconds", 0, 0, MAX_WAIT_SECONDS);
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
        shown.put("MD5OfBody", md5(message.body().getBytes(StandardCharsets.UTF_8)));
        shown.put("Body", message.body());
        shown.put("Attributes", systemAttributes(message));
        if (!message.attributes().isEmpty()) {
            shown.put("MD5OfMessageAttributes", md5(message.attributes()));
            shown.put("MessageAttributes", message.attributes());
        }
        return shown;
    }

    /// What SQS itself says of a message.
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
            throws Refused {
        String receipt = Json.string(body.get("ReceiptHandle"));
        if (receipt.isEmpty()) {
            throw new Refused(
                    "com.amazonaws.sqs#ReceiptHandleIsInvalid",
                    "The input receipt handle is invalid.");
        }
        queue.delete(receipt);
        return Map.of();
    }

    private static Map<String, Object> changeVisibility(LocalQueue queue, Map<String, Object> body)
            throws Refused {
        int seconds = bounded(body, "VisibilityTimeout", 0, 0, MAX_VISIBILITY_SECONDS);
        if (!queue.changeVisibility(
                Json.string(body.get("ReceiptHandle")), Duration.ofSeconds(seconds))) {
            throw new Refused(
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
        attributes.put("MaximumMessageSize", String.valueOf(MAX_BYTES));
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
        Map<String, Object> on(LocalQueue queue, Map<String, Object> entry) throws Refused;
    }

    private static Map<String, Object> each(
            LocalQueue queue, Map<String, Object> body, Operation operation) throws Refused {
        List<Object> successful = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Map<String, Object> entry : entries(body)) {
            String id = Json.string(entry.get("Id"));
            try {
                Map<String, Object> done = new LinkedHashMap<>(operation.on(queue, entry));
                done.put("Id", id);
                successful.add(done);
            } catch (Refused refused) {
                failed.add(
                        Map.of(
                                "Id",
                                id,
                                "SenderFault",
                                true,
                                "Code",
                                refused.type.substring(refused.type.indexOf('#') + 1),
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

    private static List<Map<String, Object>> entries(Map<String, Object> body) throws Refused {
        List<Map<String, Object>> entries =
                Json.list(body.get("Entries")).stream().map(Json::map).toList();
        if (entries.isEmpty()) {
            throw new Refused(
                    "com.amazonaws.sqs#EmptyBatchRequest",
                    "There should be at least one SendMessageBatchRequestEntry in the request.");
        }
        if (entries.size() > MAX_BATCH) {
            throw new Refused(
                    "com.amazonaws.sqs#TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are %d. You have sent %d."
                            .formatted(MAX_BATCH, entries.size()));
        }
        Set<String> ids = new HashSet<>();
        for (Map<String, Object> entry : entries) {
            String id = Json.string(entry.get("Id"));
            if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
                throw new Refused(
                        "com.amazonaws.sqs#InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and"
                                + " underscores. It can be at most 80 letters long.");
            }
            if (!ids.add(id)) {
                throw new Refused(
                        "com.amazonaws.sqs#BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
            }
        }
        return entries;
    }

    private static void check(String text, Map<String, Object> attributes) throws Refused {
        if (text.isEmpty()) {
            throw new Refused(
                    "com.amazon.coral.service#MissingRequiredParameterException",
                    "The request must contain the parameter MessageBody.");
        }
        if (text.codePoints()
                .anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE)) {
            throw new Refused(
                    "com.amazonaws.sqs#InvalidMessageContents",
                    "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD |"
                            + " #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
        }
        if (attributes.size() > 10) {
            throw invalid("Number of message attributes must be at most 10.");
        }
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            Map<String, Object> value = Json.map(attribute.getValue());
            if (!Json.string(value.get("DataType")).matches("(String|Number|Binary)(\\..+)?")) {
                throw invalid(
                        "The message attribute '%s' must contain a valid message attribute type."
                                .formatted(attribute.getKey()));
            }
            if (Json.string(value.get("StringValue")).isEmpty()
                    && Json.string(value.get("BinaryValue")).isEmpty()) {
                throw invalid(
                        "The message attribute '%s' must contain a non-empty value."
                                .formatted(attribute.getKey()));
            }
        }
    }

    private static int size(String text, Map<String, Object> attributes) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            Map<String, Object> value = Json.map(attribute.getValue());
            bytes +=
                    (attribute.getKey()
                                    + Json.string(value.get("DataType"))
                                    + Json.string(value.get("StringValue"))
                                    + Json.string(value.get("BinaryValue")))
                            .getBytes(StandardCharsets.UTF_8)
                            .length;
        }
        return bytes;
    }

    private static Duration delay(LocalQueue queue, Map<String, Object> body) throws Refused {
        return Duration.ofSeconds(
                bounded(
                        body,
                        "DelaySeconds",
                        (int) queue.definition().delay().toSeconds(),
                        0,
                        MAX_DELAY_SECONDS));
    }

    private static int bounded(
            Map<String, Object> body, String name, int standard, int least, int most)
            throws Refused {
        int value = Json.number(body.get(name), standard);
        if (value < least || value > most) {
            throw invalid(
                    "Value %d for parameter %s is invalid. Reason: Must be >= %d and <= %d."
                            .formatted(value, name, least, most));
        }
        return value;
    }

    private LocalQueue queue(Map<String, Object> body) throws Refused {
        return named(body, "QueueUrl");
    }

    private LocalQueue named(Map<String, Object> body, String parameter) throws Refused {
        String name = LocalStack.nameIn(Json.string(body.get(parameter)));
        LocalQueue queue = queues.get(name);
        if (queue == null) {
            throw new Refused(
                    "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
        }
        return queue;
    }

    private String url(LocalQueue queue) {
        return "%s/%s/%s".formatted(edges, LocalStack.ACCOUNT, queue.definition().name());
    }

    private static Refused invalid(String message) {
        return new Refused("com.amazonaws.sqs#InvalidParameterValue", message);
    }

    /// SQS's checksum of message attributes: each name, type and value with its length, by name.
    static String md5(Map<String, Object> attributes) {
        MessageDigest digest = digest();
        new TreeMap<>(attributes)
                .forEach((name, each) -> {
                    Map<String, Object> value = Json.map(each);
                    String type = Json.string(value.get("DataType"));
                    add(digest, name.getBytes(StandardCharsets.UTF_8));
                    add(digest, type.getBytes(StandardCharsets.UTF_8));
                    boolean binary = type.startsWith("Binary");
                    digest.update((byte) (binary ? 2 : 1));
                    add(
                            digest,
                            binary
                                    ? Base64.getDecoder()
                                            .decode(Json.string(value.get("BinaryValue")))
                                    : Json.string(value.get("StringValue"))
                                            .getBytes(StandardCharsets.UTF_8));
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    static String md5(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A call that SQS would refuse.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String type;

        Refused(String type, String message) {
            super(message);
            this.type = type;
        }

        EdgeReply reply() {
            return EdgeReply.error(400, type, String.valueOf(getMessage()));
        }
    }
}
