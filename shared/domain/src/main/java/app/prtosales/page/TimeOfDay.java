package app.prtosales.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the time of day next to a date, with its time zone.
final class TimeOfDay {

    /// A date with a time, and the number of characters read.
    record Read(PageDate date, int length) {}

    private static final String TIME =
            "(?<hour>\\d{1,2})(?:[:h時시](?<minute>\\d{2})[分분]?(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?)"
                    + "(?!\\d)\\s?(?<half>[aApP]\\.?\\s?[mM]\\b\\.?)?(?:\\s?Uhr\\b)?";
    private static final String ZONE =
            "\\s?\\(?(?<zone>Z\\b|(?:(?:UTC|GMT)\\s?)?[+-]\\d{1,2}:?(?:\\d{2})?(?!\\d)|[A-Z]{2,5}\\b)?";
    private static final Pattern AFTER =
            Pattern.compile(
                    "^(?:\\s?[T,|•·/@–—-]?\\s?|\\s?,?\\s?(?:at|um|à|a las|alle ore|ore|kl\\.?|om|às|as|-)\\s)"
                            + TIME
                            + ZONE);
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?<!\\d)"
                            + TIME
                            + ZONE
                            + "\\)?\\s?(?:[,|•·/–—-]|on)?\\s?(?:\\p{L}{3,10}\\.?,?\\s)?$");
    private static final Map<String, Integer> MINUTES =
            Map.ofEntries(
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("Z", 0),
                    Map.entry("EST", -300),
                    Map.entry("EDT", -240),
                    Map.entry("CDT", -300),
                    Map.entry("MST", -420),
                    Map.entry("MDT", -360),
                    Map.entry("PST", -480),
                    Map.entry("PDT", -420),
                    Map.entry("CST", -360),
                    Map.entry("WET", 0),
                    Map.entry("WEST", 60),
                    Map.entry("CET", 60),
                    Map.entry("CEST", 120),
                    Map.entry("MEZ", 60),
                    Map.entry("MESZ", 120),
                    Map.entry("BST", 60),
                    Map.entry("EET", 120),
                    Map.entry("EEST", 180),
                    Map.entry("JST", 540),
                    Map.entry("KST", 540),
                    Map.entry("SGT", 480),
                    Map.entry("HKT", 480),
                    Map.entry("AEST", 600),
                    Map.entry("AEDT", 660),
                    Map.entry("NZST", 720),
                    Map.entry("NZDT", 780));
    private static final Map<String, ZoneId> ZONES =
            Map.of(
                    "ET", ZoneId.of("America/New_York"),
                    "CT", ZoneId.of("America/Chicago"),
                    "MT", ZoneId.of("America/Denver"),
                    "PT", ZoneId.of("America/Los_Angeles"));
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s?(?<sign>[+-])(?<hour>\\d{1,2}):?(?<minute>\\d{2})?");

    private TimeOfDay() {}

    static @Nullable Read after(LocalDate day, String text) {
        Matcher parts = AFTER.matcher(text);
        if (!parts.find()) {
            return null;
        }
        PageDate date = read(day, parts, parts.group("zone"));
        return date.isDay() && !isMidnight(parts) ? null : new Read(date, parts.end());
    }

    static @Nullable PageDate before(LocalDate day, String text) {
        Matcher parts = BEFORE.matcher(text);
        return parts.find() ? read(day, parts, parts.group("zone")) : null;
    }

    /// Combines the day with the time in the groups `hour`, `minute` and `second`.
    static PageDate read(LocalDate day, Matcher parts, @Nullable String zone) {
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
        String second = parts.group("second");
        LocalTime time =
                DatesInText.time(
                        hour,
                        Integer.parseInt(parts.group("minute")),
                        second == null ? 0 : Integer.parseInt(second));
        return time == null
                ? PageDate.of(day)
                : new PageDate(day, time, zone == null ? null : offset(zone.strip(), day, time));
    }

    private static String half(Matcher parts) {
        if (!parts.pattern().namedGroups().containsKey("half")) {
            return "";
        }
        String half = parts.group("half");
        return half == null ? "" : half.toLowerCase(Locale.ROOT);
    }

    private static boolean isMidnight(Matcher parts) {
        return parts.group("minute").equals("00");
    }

    private static @Nullable ZoneOffset offset(String zone, LocalDate day, LocalTime time) {
        Matcher figures = OFFSET.matcher(zone);
        if (figures.matches()) {
            return offset(figures);
        }
        Integer minutes = MINUTES.get(zone);
        if (minutes != null) {
            return ZoneOffset.ofTotalSeconds(minutes * 60);
        }
        ZoneId named = ZONES.get(zone);
        return named == null ? null : named.getRules().getOffset(day.atTime(time));
    }

    private static @Nullable ZoneOffset offset(Matcher figures) {
        int hours = Integer.parseInt(figures.group("hour"));
        String written = figures.group("minute");
        int minutes = written == null ? 0 : Integer.parseInt(written);
        int sign = figures.group("sign").equals("-") ? -1 : 1;
        try {
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException noSuchOffset) {
            return null;
        }
    }
}
