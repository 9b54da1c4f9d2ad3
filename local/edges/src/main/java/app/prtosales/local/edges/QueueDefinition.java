package app.prtosales.local.edges;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A queue as the template declares it.
///
/// @param deadLetters the name of the queue for what was received too often
/// @param maxReceiveCount how often a message is received before that
public record QueueDefinition(
        String name,
        Duration visibilityTimeout,
        Duration delay,
        Duration retention,
        @Nullable String deadLetters,
        int maxReceiveCount) {

    /// The queue's ARN.
    public String arn() {
        return LocalStack.arn("sqs", name);
    }
}
