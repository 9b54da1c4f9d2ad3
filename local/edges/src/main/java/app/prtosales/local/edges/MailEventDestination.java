package app.prtosales.local.edges;

import java.util.List;

/// Where a configuration set publishes what becomes of mails.
///
/// @param types of event, such as `DELIVERY`
/// @param defaultBus whether they go to the account's default bus
/// @param subscribers the queues that a topic of SNS hands them to
public record MailEventDestination(
        List<String> types, boolean defaultBus, List<Subscriber> subscribers) {

    public MailEventDestination {
        types = List.copyOf(types);
        subscribers = List.copyOf(subscribers);
    }

    /// A queue that subscribes to a topic.
    ///
    /// @param queue its name
    /// @param raw whether the message comes without the envelope of SNS
    public record Subscriber(String topicArn, String queue, boolean raw) {}
}
