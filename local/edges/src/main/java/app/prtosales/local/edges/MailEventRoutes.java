package app.prtosales.local.edges;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Delivers the SES events of a configuration set: through EventBridge's default bus, and through
/// an SNS topic to the queues subscribed to it.
final class MailEventRoutes {

    private final Map<String, List<MailEventDestination>> published;
    private final BusEdge bus;
    private final QueueEdge queues;
    private final InstantSource clock;

    /// @param published the event destinations of each configuration set
    MailEventRoutes(
            Map<String, List<MailEventDestination>> published,
            BusEdge bus,
            QueueEdge queues,
            InstantSource clock) {
        this.published = Map.copyOf(published);
        this.bus = bus;
        this.queues = queues;
        this.clock = clock;
    }

    boolean knows(String configurationSet) {
        return published.containsKey(configurationSet);
    }

    /// Delivers the event to every destination that wants its type.
    ///
    /// @return whether any destination wanted it
    boolean publish(String configurationSet, SesEvents.Event event) {
        List<MailEventDestination> wanting =
                published.getOrDefault(configurationSet, List.of()).stream()
                        .filter(each -> each.types().contains(event.type()))
                        .toList();
        for (MailEventDestination destination : wanting) {
            if (destination.defaultBus()) {
                bus.publish(
                        "default",
                        bus.envelope(
                                "aws.ses",
                                event.detailType(),
                                List.of(
                                        LocalStack.arn(
                                                "ses", "configuration-set/" + configurationSet)),
                                event.detail()));
            }
            for (MailEventDestination.Subscriber subscriber : destination.subscribers()) {
                queues.find(subscriber.queue())
                        .ifPresent(
                                queue -> queue.send(message(subscriber, event.detail()), Map.of()));
            }
        }
        return !wanting.isEmpty();
    }

    /// The message that a subscribed queue receives
    /// (https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html).
    private String message(MailEventDestination.Subscriber subscriber, Map<String, Object> detail) {
        String published = Json.text(detail);
        if (subscriber.raw()) {
            return published;
        }
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("Type", "Notification");
        envelope.put("MessageId", UUID.randomUUID().toString());
        envelope.put("TopicArn", subscriber.topicArn());
        envelope.put("Subject", "Amazon SES Email Event Notification");
        envelope.put("Message", published);
        envelope.put("Timestamp", Instants.milliseconds(clock.instant()));
        return Json.text(envelope);
    }
}
