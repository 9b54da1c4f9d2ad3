package app.prtosales.local;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalQueue;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.QueueMessage;
import app.prtosales.local.edges.QueueSource;
import app.prtosales.local.edges.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lambda's poller for a queue: passes batches to the function, deletes the messages it processed,
/// and leaves the failed ones in the queue.
final class QueuePoller implements Due {

    private final QueueSource source;
    private final LocalQueue queue;
    private final Functions functions;
    private final Work work;
    private int running;
    private boolean resting;

    QueuePoller(QueueSource source, LocalQueue queue, Functions functions, Work work) {
        this.source = source;
        this.queue = queue;
        this.functions = functions;
        this.work = work;
        queue.whenSomethingArrives(this::poll);
    }

    @Override
    public Optional<Instant> next(boolean jumping) {
        return queue.nextVisible();
    }

    @Override
    public void fire(Instant now) {
        poll();
    }

    /// Stops receiving from the queue.
    synchronized void rest() {
        resting = true;
    }

    private synchronized void poll() {
        Duration visibility = queue.definition().visibilityTimeout();
        while (!resting && running < source.maximumConcurrency()) {
            List<QueueMessage> batch = queue.receive(source.batchSize(), visibility);
            if (batch.isEmpty()) {
                return;
            }
            running++;
            work.start(() -> call(batch));
        }
    }

    private void call(List<QueueMessage> batch) {
        try {
            String event = Json.text(event(batch, queue.definition().arn()));
            switch (functions.call(source.function(), event)) {
                case Invocation.Answered(var payload) -> {
                    Set<String> failed = source.partialFailures() ? failed(payload) : Set.of();
                    // As in Lambda, an id that is not in the batch fails the whole batch.
                    boolean understood =
                            batch.stream().map(QueueMessage::id).toList().containsAll(failed);
                    for (QueueMessage message : batch) {
                        if (understood && !failed.contains(message.id())) {
                            queue.delete(message.receipt());
                        }
                    }
                }
                // Lambda treats the whole batch as failed; the messages reappear after the
                // visibility timeout.
                case Invocation.Failed failed -> {}
            }
        } finally {
            done();
        }
    }

    private void done() {
        synchronized (this) {
            running--;
        }
        poll();
    }

    /// The ids of the messages that failed. An invalid response fails the whole batch, expressed as
    /// an empty id.
    static Set<String> failed(String payload) {
        if (payload.isBlank() || payload.strip().equals("null")) {
            return Set.of();
        }
        Set<String> failed = new HashSet<>();
        try {
            for (Object each : Json.list(Json.object(payload).get("batchItemFailures"))) {
                failed.add(Json.string(Json.map(each).get("itemIdentifier")));
            }
        } catch (Json.MalformedJson notAnAnswer) {
            failed.add("");
        }
        return failed;
    }

    /// The event that Lambda builds from a batch of messages.
    static Map<String, Object> event(List<QueueMessage> batch, String queueArn) {
        return Map.of("Records", batch.stream().map(each -> record(each, queueArn)).toList());
    }

    private static Map<String, Object> record(QueueMessage message, String queueArn) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        message.attributes()
                .forEach((name, each) -> {
                    Map<String, Object> value = Json.map(each);
                    Map<String, Object> shown = new LinkedHashMap<>();
                    shown.put("stringValue", value.get("StringValue"));
                    shown.put("binaryValue", value.get("BinaryValue"));
                    shown.put("stringListValues", List.of());
                    shown.put("binaryListValues", List.of());
                    shown.put("dataType", value.get("DataType"));
                    attributes.put(name, shown);
                });
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("messageId", message.id());
        record.put("receiptHandle", message.receipt());
        record.put("body", message.body());
        record.put("attributes", message.systemAttributes());
        record.put("messageAttributes", attributes);
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", LocalStack.REGION);
        return record;
    }

    /// The function that the queue triggers.
    String function() {
        return source.function();
    }

    /// Whether a record's event source is this queue. Its name may be as in a real account, such as
    /// `pr-to-sales-PingQueue-1A2B3C`, or as in the sample events, such as `ping-queue`.
    boolean reads(String queueArn) {
        return letters(LocalStack.nameIn(queueArn)).contains(letters(queue.definition().name()));
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
