package app.prtosales.local.edges;

import java.time.Duration;

/// A queue that triggers a function.
///
/// @param partialFailures whether the function reports failed messages one by one
/// @param maximumConcurrency how many calls may run at the same time
public record QueueSource(
        String function,
        String queue,
        int batchSize,
        Duration window,
        boolean partialFailures,
        int maximumConcurrency) {}
