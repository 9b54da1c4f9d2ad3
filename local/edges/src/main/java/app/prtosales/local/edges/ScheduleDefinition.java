package app.prtosales.local.edges;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// An EventBridge Scheduler schedule and the function it starts.
///
/// @param expression `rate(…)` or `cron(…)`
/// @param input the event that the function gets instead of the default one
public record ScheduleDefinition(
        String id, String function, String expression, ZoneId zone, @Nullable String input) {}
