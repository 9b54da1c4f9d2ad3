package app.prtosales.local.edges;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A queue as the template declares it.
///
/// @param deadLetters the name of the dead-letter queue
/// @param maxReceiveCount how many times a message is received before it moves there
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
