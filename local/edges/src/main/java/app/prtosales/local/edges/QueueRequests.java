package app.prtosales.local.edges;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Validates the parts of SQS requests: messages, batch entries, numbers.
final class QueueRequests {

    /// The size limit in bytes: of a message, and of all messages of a batch together.
    static final int MAX_BYTES = 1_048_576;

    static final int MAX_BATCH = 10;

    static final int MAX_DELAY_SECONDS = 900;

    private QueueRequests() {}

    static List<Map<String, Object>> entries(Map<String, Object> body) throws QueueRefusal {
        List<Map<String, Object>> entries =
                Json.list(body.get("Entries")).stream().map(Json::map).toList();
        if (entries.isEmpty()) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#EmptyBatchRequest",
                    "There should be at least one SendMessageBatchRequestEntry in the request.");
        }
        if (entries.size() > MAX_BATCH) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#TooManyEntriesInBatchRequest",
                    "Maximum number of entries per request are %d. You have sent %d."
                            .formatted(MAX_BATCH, entries.size()));
        }
        Set<String> ids = new HashSet<>();
        for (Map<String, Object> entry : entries) {
            String id = Json.string(entry.get("Id"));
            if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
                throw new QueueRefusal(
                        "com.amazonaws.sqs#InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and"
                                + " underscores. It can be at most 80 letters long.");
            }
            if (!ids.add(id)) {
                throw new QueueRefusal(
                        "com.amazonaws.sqs#BatchEntryIdsNotDistinct", "Id " + id + " repeated.");
            }
        }
        return entries;
    }

    static void check(String text, Map<String, Object> attributes) throws QueueRefusal {
        if (text.isEmpty()) {
            throw new QueueRefusal(
                    "com.amazon.coral.service#MissingRequiredParameterException",
                    "The request must contain the parameter MessageBody.");
        }
        if (text.codePoints()
                .anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c == 0xFFFE)) {
            throw new QueueRefusal(
                    "com.amazonaws.sqs#InvalidMessageContents",
                    "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD |"
                            + " #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
        }
        check(attributes);
    }

    private static void check(Map<String, Object> attributes) throws QueueRefusal {
        if (attributes.size() > 10) {
            throw QueueRefusal.invalid("Number of message attributes must be at most 10.");
        }
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            Map<String, Object> value = Json.map(attribute.getValue());
            if (!Json.string(value.get("DataType")).matches("(String|Number|Binary)(\\..+)?")) {
                throw QueueRefusal.invalid(
                        "The message attribute '%s' must contain a valid message attribute type."
                                .formatted(attribute.getKey()));
            }
            if (Json.string(value.get("StringValue")).isEmpty()
                    && Json.string(value.get("BinaryValue")).isEmpty()) {
                throw QueueRefusal.invalid(
                        "The message attribute '%s' must contain a non-empty value."
                                .formatted(attribute.getKey()));
            }
        }
    }

    static int size(String text, Map<String, Object> attributes) {
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

    static Duration delay(LocalQueue queue, Map<String, Object> body) throws QueueRefusal {
        return Duration.ofSeconds(
                bounded(
                        body,
                        "DelaySeconds",
                        (int) queue.definition().delay().toSeconds(),
                        0,
                        MAX_DELAY_SECONDS));
    }

    static int bounded(Map<String, Object> body, String name, int fallback, int least, int most)
            throws QueueRefusal {
        int value = Json.number(body.get(name), fallback);
        if (value < least || value > most) {
            throw QueueRefusal.invalid(
                    "Value %d for parameter %s is invalid. Reason: Must be >= %d and <= %d."
                            .formatted(value, name, least, most));
        }
        return value;
    }
}
