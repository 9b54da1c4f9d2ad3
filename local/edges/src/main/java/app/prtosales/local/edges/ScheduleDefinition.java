package app.prtosales.local.edges;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A schedule of EventBridge Scheduler and the function it starts.
///
/// @param expression `rate(…)` or `cron(…)`
/// @param input what the function gets instead of the standard event
public record ScheduleDefinition(
        String id, String function, String expression, ZoneId zone, @Nullable String input) {}
