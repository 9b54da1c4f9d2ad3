package app.prtosales.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// How long an episode is, such as `01:19:54`, behind a separator. Hardly one takes four hours.
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
    private static final Map<String, Abbreviated> ABBREVIATIONS =
            Map.ofEntries(
                    Map.entry("UTC", new Abbreviated(0, "UTC")),
                    Map.entry("GMT", new Abbreviated(0, "UTC")),
                    Map.entry("Z", new Abbreviated(0, "UTC")),
                    Map.entry("EST", new Abbreviated(-300, "America/New_York")),
                    Map.entry("EDT", new Abbreviated(-240, "America/New_York")),
                    Map.entry("CST", new Abbreviated(-360, "America/Chicago")),
                    Map.entry("CDT", new Abbreviated(-300, "America/Chicago")),
                    Map.entry("MST", new Abbreviated(-420, "America/Denver")),
                    Map.entry("MDT", new Abbreviated(-360, "America/Denver")),
                    Map.entry("PST", new Abbreviated(-480, "America/Los_Angeles")),
                    Map.entry("PDT", new Abbreviated(-420, "America/Los_Angeles")),
                    Map.entry("WET", new Abbreviated(0, "Europe/Lisbon")),
                    Map.entry("WEST", new Abbreviated(60, "Europe/Lisbon")),
                    Map.entry("CET", new Abbreviated(60, "Europe/Paris")),
                    Map.entry("CEST", new Abbreviated(120, "Europe/Paris")),
                    Map.entry("MEZ", new Abbreviated(60, "Europe/Berlin")),
                    Map.entry("MESZ", new Abbreviated(120, "Europe/Berlin")),
                    Map.entry("BST", new Abbreviated(60, "Europe/London")),
                    Map.entry("EET", new Abbreviated(120, "Europe/Helsinki")),
                    Map.entry("EEST", new Abbreviated(180, "Europe/Helsinki")),
                    Map.entry("JST", new Abbreviated(540, "Asia/Tokyo")),
                    Map.entry("KST", new Abbreviated(540, "Asia/Seoul")),
                    Map.entry("SGT", new Abbreviated(480, "Asia/Singapore")),
                    Map.entry("HKT", new Abbreviated(480, "Asia/Hong_Kong")),
                    Map.entry("AEST", new Abbreviated(600, "Australia/Sydney")),
                    Map.entry("AEDT", new Abbreviated(660, "Australia/Sydney")),
                    Map.entry("NZST", new Abbreviated(720, "Pacific/Auckland")),
                    Map.entry("NZDT", new Abbreviated(780, "Pacific/Auckland")));
    private static final Map<String, ZoneId> ZONES =
            Map.of(
                    "ET", ZoneId.of("America/New_York"),
                    "CT", ZoneId.of("America/Chicago"),
                    "MT", ZoneId.of("America/Denver"),
                    "PT", ZoneId.of("America/Los_Angeles"));

    /// Abbreviations that several countries share: they state an offset, and no zone.
    private static final Set<String> SHARED =
            Set.of("UTC", "GMT", "Z", "WET", "WEST", "CET", "CEST", "MEZ", "MESZ", "EET", "EEST");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<![A-Za-z])(?<zone>[A-Z]{2,5}|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time)\\)?$");
    private static final Pattern NAMED_FIRST =
            Pattern.compile(
                    "^\\d{1,2}[:h]\\d{2}\\s?(?:[aApP]\\.?\\s?[mM]\\.?)?\\s?\\(?(?<zone>[A-Z]{2,5}|(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))? Time)\\b");
    private static final Pattern OFFSET =
            Pattern.compile(
                    "(?:UTC|GMT)?\\s?(?<sign>[+-])(?<hour>\\d{1,2})[:.]?(?<minute>\\d{2})?");

    /// @param zone a time zone that uses the abbreviation, possibly for only part of the year
    private record Abbreviated(int minutes, ZoneId zone) {

        Abbreviated(int minutes, String zone) {
            this(minutes, ZoneId.of(zone));
        }

        /// The offset; null if the zone has another one at that time, as with "EST" in June, where
        /// nobody knows what the author meant.
        @Nullable ZoneOffset offset(LocalDate day, LocalTime time) {
            ZoneOffset said = ZoneOffset.ofTotalSeconds(minutes * 60);
            return zone.getRules().getValidOffsets(day.atTime(time)).contains(said) ? said : null;
        }
    }

    private TimeOfDay() {}

    /// The zone that ends a date as written, such as `8:30 ET`, `8:30 EST` or `8:30 AM Eastern
    /// Time`, or follows the time that begins it.
    static Optional<ZoneId> zone(String written) {
        Matcher last = NAMED.matcher(written.strip());
        Matcher first = NAMED_FIRST.matcher(written.strip());
        if (last.find()) {
            return zone(last);
        }
        return first.find() ? zone(first) : Optional.empty();
    }

    private static Optional<ZoneId> zone(Matcher parts) {
        String name = brief(parts.group("zone"));
        Optional<ZoneId> named = Optional.ofNullable(ZONES.get(name));
        return named.or(() ->
                Optional.ofNullable(ABBREVIATIONS.get(name))
                        .filter(each -> !SHARED.contains(name))
                        .map(Abbreviated::zone));
    }

    /// `ET` for "Eastern Daylight Time", because people write it all year round.
    private static String brief(String zone) {
        return zone.length() > 5 ? zone.charAt(0) + "T" : zone;
    }

    static @Nullable Read after(LocalDate day, String text) {
        Matcher parts = AFTER.matcher(text);
        if (!parts.find()) {
            return null;
        }
        if (LENGTH.matcher(text).find()) {
            return null;
        }
        PageDate date = read(day, parts, parts.group("zone"));
        return date.isDay() && !isMidnight(parts) ? null : new Read(date, parts.end());
    }

    /// A word between time and date may be the date's label and is not read as part of it.
    static @Nullable Read before(LocalDate day, String text) {
        Matcher parts = BEFORE.matcher(text);
        return parts.find()
                ? new Read(
                        read(day, parts, parts.group("zone")),
                        parts.group("word") == null ? parts.end() - parts.start() : 0)
                : null;
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
        LocalTime time =
                DatesInText.time(
                        hour, orZero(parts.group("minute")), orZero(parts.group("second")));
        return time == null
                ? PageDate.of(day)
                : new PageDate(day, time, zone == null ? null : offset(zone.strip(), day, time));
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

    private static @Nullable ZoneOffset offset(String zone, LocalDate day, LocalTime time) {
        Matcher numeric = OFFSET.matcher(zone);
        if (numeric.matches()) {
            return offset(numeric);
        }
        Abbreviated abbreviated = ABBREVIATIONS.get(zone);
        if (abbreviated != null) {
            return abbreviated.offset(day, time);
        }
        ZoneId named = ZONES.get(brief(zone));
        return named == null ? null : named.getRules().getOffset(day.atTime(time));
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
