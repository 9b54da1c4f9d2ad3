package app.prtosales.local.edges;

import java.util.List;

/// Where a configuration set publishes its email events.
///
/// @param types event types, such as `DELIVERY`
/// @param defaultBus whether the events go to the account's default bus
/// @param subscribers the queues subscribed to the SNS topic that the events go to
public record MailEventDestination(
        List<String> types, boolean defaultBus, List<Subscriber> subscribers) {

    public MailEventDestination {
        types = List.copyOf(types);
        subscribers = List.copyOf(subscribers);
    }

    /// A queue that subscribes to a topic.
    ///
    /// @param queue the queue's name
    /// @param raw whether the message is delivered without the SNS envelope
    public record Subscriber(String topicArn, String queue, boolean raw) {}
}
