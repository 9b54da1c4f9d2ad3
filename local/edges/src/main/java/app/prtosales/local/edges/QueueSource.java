package app.prtosales.local.edges;

import java.time.Duration;

/// A queue that feeds a function, and how.
///
/// @param partialFailures whether the function reports single messages that failed
/// @param maximumConcurrency how many calls run at once
public record QueueSource(
        String function,
        String queue,
        int batchSize,
        Duration window,
        boolean partialFailures,
        int maximumConcurrency) {}
