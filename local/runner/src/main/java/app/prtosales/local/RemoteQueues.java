package app.prtosales.local;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.QueueMessage;
import app.prtosales.local.edges.QueueSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Polls the queues of an AWS endpoint that we do not run ourselves, and passes the messages to the
/// function that the template wires to each queue.
final class RemoteQueues {

    private static final Set<String> ENDS =
            Set.of("Delivery", "Bounce", "Complaint", "Reject", "Rendering Failure");
    private static final int MAXIMUM_AT_ONCE = 10;

    private final CloudTemplate template;
    private final RunResources resources;
    private final Functions functions;
    private final Outbox outbox;
    private final InstantSource clock;
    private final BiConsumer<String, Map<String, Object>> later;
    private final Consumer<String> failures;
    private int brought;

    /// @param later calls a function asynchronously
    /// @param failures receives what went wrong
    RemoteQueues(
            CloudTemplate template,
            RunResources resources,
            Functions functions,
            Outbox outbox,
            InstantSource clock,
            BiConsumer<String, Map<String, Object>> later,
            Consumer<String> failures) {
        this.template = template;
        this.resources = resources;
        this.functions = functions;
        this.outbox = outbox;
        this.clock = clock;
        this.later = later;
        this.failures = failures;
    }

    /// The number of SES events received.
    int brought() {
        return brought;
    }

    /// Receives the available messages of each queue.
    ///
    /// @return whether there were any
    boolean poll() {
        boolean came = false;
        for (QueueSource source : template.queueSources()) {
            String url = resources.urlOf(source.queue());
            List<Message> batch = receive(url, Math.min(source.batchSize(), MAXIMUM_AT_ONCE));
            if (!batch.isEmpty()) {
                came = true;
                batch(source, url, batch);
            }
        }
        for (Map.Entry<String, String> each : resources.eventQueues().entrySet()) {
            for (Message message : receive(each.getKey(), MAXIMUM_AT_ONCE)) {
                came = true;
                later.accept(each.getValue(), object(message.body()));
                delete(each.getKey(), message);
            }
        }
        return came;
    }

    private List<Message> receive(String url, int most) {
        List<Message> batch =
                resources
                        .sqs()
                        .receiveMessage(get ->
                                get.queueUrl(url)
                                        .maxNumberOfMessages(most)
                                        .messageAttributeNames("All")
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                        .messages();
        batch.forEach(this::note);
        return batch;
    }

    private void note(Message message) {
        outbox.received(message.messageId());
        Map<String, Object> body = object(message.body());
        if (!body.containsKey("detail-type")) {
            return;
        }
        if (!"aws.ses".equals(body.get("source"))) {
            outbox.receivedEvent();
            return;
        }
        brought++;
        Map<String, Object> detail = Json.map(body.get("detail"));
        if (ENDS.contains(Json.string(detail.get("eventType")))) {
            outbox.reported(Json.string(Json.map(detail.get("mail")).get("messageId")));
        }
    }

    private static Map<String, Object> object(String body) {
        try {
            return Json.object(body);
        } catch (Json.MalformedJson notOurs) {
            return Map.of();
        }
    }

    private void batch(QueueSource source, String url, List<Message> batch) {
        List<QueueMessage> messages = batch.stream().map(this::message).toList();
        String event =
                Json.text(QueuePoller.event(messages, LocalStack.arn("sqs", source.queue())));
        switch (functions.call(source.function(), event)) {
            case Invocation.Answered(var payload) -> {
                Set<String> failed = QueuePoller.failed(payload);
                for (Message message : batch) {
                    if (failed.contains(message.messageId()) || failed.contains("")) {
                        failures.accept(source.function() + " failed on a message");
                    } else {
                        delete(url, message);
                    }
                }
            }
            case Invocation.Failed failed ->
                    failures.accept("%s failed: %s".formatted(source.function(), failed.type()));
        }
    }

    private QueueMessage message(Message message) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        message.messageAttributes()
                .forEach((name, value) -> {
                    Map<String, Object> each = new LinkedHashMap<>();
                    each.put("DataType", value.dataType());
                    each.put("StringValue", value.stringValue());
                    attributes.put(name, each);
                });
        int received =
                Integer.parseInt(
                        message.attributes()
                                .getOrDefault(
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
        Instant now = clock.instant();
        return new QueueMessage(
                message.messageId(),
                message.body(),
                attributes,
                now,
                now,
                received,
                now,
                message.receiptHandle());
    }

    private void delete(String url, Message message) {
        resources
                .sqs()
                .deleteMessage(it -> it.queueUrl(url).receiptHandle(message.receiptHandle()));
    }
}
