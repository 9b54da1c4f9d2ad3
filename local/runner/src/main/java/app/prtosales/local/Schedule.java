package app.prtosales.local;

import app.prtosales.local.edges.FunctionCalls;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.ScheduleDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An EventBridge Scheduler schedule: starts its function at the scheduled times.
///
/// While the clock is being moved, a rate shorter than one hour is skipped unless the table says
/// that something is due.
final class Schedule implements Due {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((.+)\\)");

    private final ScheduleDefinition definition;
    private final Supplier<Optional<Instant>> firstDue;
    private final FunctionCalls functions;
    private final @Nullable CronExpression cron;
    private final Duration period;
    private volatile Instant last;

    /// @param firstDue the earliest instant at which something in the table is due
    /// @param now when the schedule starts: a rate runs once immediately, a cron expression at its
    ///   first time after that
    Schedule(
            ScheduleDefinition definition,
            Supplier<Optional<Instant>> firstDue,
            FunctionCalls functions,
            Instant now) {
        this.definition = definition;
        this.firstDue = firstDue;
        this.functions = functions;
        Matcher asRate = RATE.matcher(definition.expression());
        Matcher asCron = CRON.matcher(definition.expression());
        if (asRate.matches()) {
            long count = Long.parseLong(String.valueOf(asRate.group(1)));
            this.cron = null;
            this.period =
                    switch (String.valueOf(asRate.group(2))) {
                        case "minute" -> Duration.ofMinutes(count);
                        case "hour" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    };
            this.last = now.minus(period);
        } else if (asCron.matches()) {
            this.cron = new CronExpression(String.valueOf(asCron.group(1)), definition.zone());
            this.period = Duration.ZERO;
            this.last = now;
        } else {
            throw new IllegalArgumentException(
                    definition.expression() + " is neither a rate nor a cron expression");
        }
    }

    ScheduleDefinition definition() {
        return definition;
    }

    @Override
    public Optional<Instant> next(boolean jumping) {
        if (cron != null) {
            return cron.after(last);
        }
        if (!jumping || period.compareTo(Duration.ofHours(1)) >= 0) {
            return Optional.of(last.plus(period));
        }
        Instant since = last;
        return firstDue.get().map(due -> due.isAfter(since) ? due : since.plus(period));
    }

    @Override
    public void fire(Instant now) {
        last = now;
        functions.later(definition.function(), event(now));
    }

    /// The event that Scheduler sends.
    private Map<String, Object> event(Instant now) {
        String arn = LocalStack.arn("scheduler", "schedule/local/" + definition.id());
        String input = definition.input();
        if (input != null) {
            String filled =
                    input.replace("<aws.scheduler.schedule-arn>", arn)
                            .replace("<aws.scheduler.scheduled-time>", seconds(now))
                            .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
                            .replace("<aws.scheduler.attempt-number>", "1");
            try {
                return Json.object(filled);
            } catch (Json.MalformedJson notJson) {
                throw new IllegalStateException(
                        "the input of the schedule " + definition.id() + " is not JSON", notJson);
            }
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.scheduler");
        event.put("account", LocalStack.ACCOUNT);
        event.put("time", seconds(now));
        event.put("region", LocalStack.REGION);
        event.put("resources", List.of(arn));
        event.put("detail", "{}");
        return event;
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
