package app.prtosales.local;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/// EventBridge Scheduler's `cron(minutes hours day-of-month month day-of-week year)`; day 1 of the
/// week is Sunday.
///
/// @see <a
///   href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based">EventBridge
///   Scheduler: cron-based schedules</a>
final class CronExpression {

    private static final CronDefinition SCHEDULER =
            CronDefinitionBuilder.defineCron()
                    .withMinutes()
                    .and()
                    .withHours()
                    .and()
                    .withDayOfMonth()
                    .supportsL()
                    .supportsW()
                    .supportsQuestionMark()
                    .and()
                    .withMonth()
                    .and()
                    .withDayOfWeek()
                    .withValidRange(1, 7)
                    .withMondayDoWValue(2)
                    .supportsL()
                    .supportsHash()
                    .supportsQuestionMark()
                    .and()
                    .withYear()
                    .withValidRange(1970, 2199)
                    .and()
                    .instance();

    private final ExecutionTime times;
    private final ZoneId zone;

    /// @param fields the text between the parentheses
    /// @throws IllegalArgumentException when there are not six fields, or Scheduler would reject
    ///   one of them
    CronExpression(String fields, ZoneId zone) {
        this.times = ExecutionTime.forCron(new CronParser(SCHEDULER).parse(fields));
        this.zone = zone;
    }

    /// The first time after an instant. A local time that daylight saving skips in spring is
    /// skipped.
    Optional<Instant> after(Instant instant) {
        return times.nextExecution(instant.atZone(zone)).map(ZonedDateTime::toInstant);
    }
}
