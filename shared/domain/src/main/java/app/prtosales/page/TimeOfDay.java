package app.prtosales.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the time of day next to a date, with its time zone.
final class TimeOfDay {

    /// A date with a time, and the number of characters read.
    record Read(PageDate date, int length) {}

    private static final String TIME =
            "(?<hour>\\d{1,2})(?:(?:[:h時시]|\\.(?=\\d{2}\\s?Uhr\\b))(?<minute>\\d{2})[分분]?(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d)|(?=\\s?[aApP]\\.?\\s?[mM]\\b))"
                    + "\\s?(?<half>[aApP]\\.?\\s?[mM]\\b\\.?|(?<=\\d)[ap](?![\\p{L}\\p{N}.]))?(?:\\s?(?:Uhr|h)\\b)?";
    private static final String ZONE =
            "\\s?\\(?(?<zone>Z\\b|(?:(?:UTC|GMT)\\s?)?[+-]\\d{1,2}[:.]?(?:\\d{2})?(?!\\d)|[A-Z]{2,5}\\b"
                    + "|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time\\b)?";
    private static final Pattern AFTER =
            Pattern.compile(
                    "^(?:\\s?[(（]\\p{L}{1,3}\\.?[)）])?(?:\\s?[T,|•·/@–—-]?\\s?|\\s?,?\\s?(?:at|um|à|a las|alle ore|ore|kl\\.?|om|às|as|-)\\s)"
                            + TIME
                            + ZONE);

    /// How long an episode is, such as `01:19:54`, after a separator. Few take four hours.
    private static final Pattern LENGTH =
            Pattern.compile(
                    "^\\s?[|•·]\\s?0?[0-3]:\\d{2}:\\d{2}(?!\\s?(?:[aApP]\\.?[mM]|Uhr|\\(?[A-Z]{2,5}\\b|\\(?[+-]\\d))");

    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?<!\\d)"
                            + TIME
                            + ZONE
                            + "\\)?\\s?(?:[,|•·/–—-]|(?:on|le|del?|den|am|el|il|op|em)\\b)?\\s?(?:"
                            + Weekdays.NAME
                            + "\\.?,?\\s|(?<word>\\p{L}{3,10}\\.?,?\\s))?$");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<![A-Za-z])(?<zone>[A-Z]{2,5}|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time)\\)?$");
    private static final Pattern NAMED_FIRST =
            Pattern.compile(
                    "^\\d{1,2}[:h]\\d{2}\\s?(?:[aApP]\\.?\\s?[mM]\\.?)?\\s?\\(?(?<zone>[A-Z]{2,5}|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time)\\b");
    private static final Pattern OFFSET =
            Pattern.compile(
                    "(?:UTC|GMT)?\\s?(?<sign>[+-])(?<hour>\\d{1,2})[:.]?(?<minute>\\d{2})?");

    private TimeOfDay() {}

    /// The name of the zone that ends a date as written, such as `8:30 ET`, `8:30 EST` or `8:30 AM
    /// Eastern Time`, or follows the time that begins it.
    static Optional<String> zoneName(String written) {
        Matcher last = NAMED.matcher(written.strip());
        Matcher first = NAMED_FIRST.matcher(written.strip());
        if (last.find()) {
            return Optional.of(last.group("zone"));
        }
        return first.find() ? Optional.of(first.group("zone")) : Optional.empty();
    }

    static @Nullable Read after(LocalDate day, String text, Region region) {
        Matcher parts = AFTER.matcher(text);
        if (!parts.find()) {
            return null;
        }
        if (LENGTH.matcher(text).find()) {
            return null;
        }
        PageDate date = read(day, parts, parts.group("zone"), region);
        return date.isDay() && !isMidnight(parts) ? null : new Read(date, parts.end());
    }

    /// A word between time and date may be the date's label and is not read as part of it.
    static @Nullable Read before(LocalDate day, String text, Region region) {
        Matcher parts = BEFORE.matcher(text);
        return parts.find()
                ? new Read(
                        read(day, parts, parts.group("zone"), region),
                        parts.group("word") == null ? parts.end() - parts.start() : 0)
                : null;
    }

    /// Combines the day with the time in the groups `hour`, `minute` and `second`.
    static PageDate read(LocalDate day, Matcher parts, @Nullable String zone, Region region) {
        int hour = Integer.parseInt(parts.group("hour"));
        String half = half(parts);
        if (!half.isEmpty() && (hour < 1 || hour > 12)) {
            return PageDate.of(day);
        }
        if (half.startsWith("p") && hour < 12) {
            hour += 12;
        } else if (half.startsWith("a") && hour == 12) {
            hour = 0;
        }
        LocalTime time =
                DatesInText.time(
                        hour, orZero(parts.group("minute")), orZero(parts.group("second")));
        return time == null
                ? PageDate.of(day)
                : new PageDate(
                        day,
                        time,
                        zone == null ? null : offset(zone.strip(), day.atTime(time), region));
    }

    private static int orZero(@Nullable String written) {
        return written == null ? 0 : Integer.parseInt(written);
    }

    private static String half(Matcher parts) {
        if (!parts.pattern().namedGroups().containsKey("half")) {
            return "";
        }
        String half = parts.group("half");
        return half == null ? "" : half.toLowerCase(Locale.ROOT);
    }

    private static boolean isMidnight(Matcher parts) {
        return orZero(parts.group("minute")) == 0;
    }

    private static @Nullable ZoneOffset offset(String zone, LocalDateTime at, Region region) {
        Matcher numeric = OFFSET.matcher(zone);
        return numeric.matches() ? offset(numeric) : ZoneNames.offset(zone, at, region);
    }

    private static @Nullable ZoneOffset offset(Matcher numeric) {
        int hours = Integer.parseInt(numeric.group("hour"));
        String written = numeric.group("minute");
        int minutes = orZero(written);
        int sign = numeric.group("sign").equals("-") ? -1 : 1;
        try {
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException noSuchOffset) {
            return null;
        }
    }
}
