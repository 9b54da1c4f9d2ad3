package app.prtosales.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// EventBridge Scheduler's `cron(minutes hours day-of-month month day-of-week year)`.
final class CronExpression {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");
    private static final List<String> DAYS =
            List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int DAYS_AHEAD = 366 * 8;

    private final Set<Integer> minutes;
    private final Set<Integer> hours;
    private final Set<Integer> daysOfMonth;
    private final boolean lastDay;
    private final Set<Integer> months;
    private final Set<Integer> daysOfWeek;
    private final Set<Integer> years;
    private final ZoneId zone;

    /// @param fields what is between the brackets
    CronExpression(String fields, ZoneId zone) {
        String[] parts = BLANKS.split(fields.strip().toUpperCase(Locale.ROOT), -1);
        if (parts.length != 6) {
            throw new IllegalArgumentException("cron(" + fields + ") has not six fields");
        }
        this.minutes = values(parts[0], 0, 59, List.of());
        this.hours = values(parts[1], 0, 23, List.of());
        this.lastDay = parts[2].equals("L");
        this.daysOfMonth = lastDay ? new TreeSet<>() : values(parts[2], 1, 31, List.of());
        this.months = values(parts[3], 1, 12, MONTHS);
        this.daysOfWeek = values(parts[4], 1, 7, DAYS);
        this.years = values(parts[5], 1970, 2199, List.of());
        this.zone = zone;
    }

    /// The first time after an instant.
    Optional<Instant> after(Instant instant) {
        LocalDate first = instant.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            LocalDate day = first.plusDays(ahead);
            if (!on(day)) {
                continue;
            }
            for (int hour : hours) {
                for (int minute : minutes) {
                    LocalDateTime local = day.atTime(hour, minute);
                    ZonedDateTime zoned = local.atZone(zone);
                    boolean exists = zoned.toLocalDateTime().equals(local);
                    if (exists && zoned.toInstant().isAfter(instant)) {
                        return Optional.of(zoned.toInstant());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean on(LocalDate day) {
        int dayOfWeek = day.getDayOfWeek().getValue() % 7 + 1;
        boolean inMonth =
                lastDay
                        ? day.getDayOfMonth() == day.lengthOfMonth()
                        : daysOfMonth.contains(day.getDayOfMonth());
        return years.contains(day.getYear())
                && months.contains(day.getMonthValue())
                && daysOfWeek.contains(dayOfWeek)
                && inMonth;
    }

    private static Set<Integer> values(String field, int least, int most, List<String> names) {
        Set<Integer> values = new TreeSet<>();
        for (String part : COMMA.split(field, -1)) {
            int slash = part.indexOf('/');
            int step = slash < 0 ? 1 : Integer.parseInt(part.substring(slash + 1));
            String range = slash < 0 ? part : part.substring(0, slash);
            List<Integer> bounds = bounds(range, least, most, names, slash >= 0);
            for (int value = bounds.get(0); value <= bounds.get(1); value += step) {
                values.add(value);
            }
        }
        return values;
    }

    private static List<Integer> bounds(
            String range, int least, int most, List<String> names, boolean stepped) {
        if (range.equals("*") || range.equals("?")) {
            return List.of(least, most);
        }
        int dash = range.indexOf('-');
        List<Integer> bounds = new ArrayList<>();
        if (dash < 0) {
            int value = value(range, names);
            bounds.add(value);
            bounds.add(stepped ? most : value);
        } else {
            bounds.add(value(range.substring(0, dash), names));
            bounds.add(value(range.substring(dash + 1), names));
        }
        if (bounds.get(0) < least || bounds.get(1) > most) {
            throw new IllegalArgumentException(range + " is not within " + least + "-" + most);
        }
        return bounds;
    }

    private static int value(String text, List<String> names) {
        int named = names.indexOf(text);
        return named >= 0 ? named + 1 : Integer.parseInt(text);
    }
}
