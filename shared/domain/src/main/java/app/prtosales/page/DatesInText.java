package app.prtosales.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the dates in a text, written in words or digits, with the time and zone next to them.
///
/// It jumps from one four-digit year to the next and looks around each, so that long texts stay
/// cheap.
final class DatesInText {

    /// A date and its position in the text.
    record Found(PageDate date, int start, int end) {}

    /// A text with more dates is a list or an archive, and would take too long.
    private static final int MAXIMUM = 500;

    private static final int MAXIMUM_YEARS = 3_000;
    private static final int BEFORE = 48;

    /// The day and month must be this close to the year, unless a time of day is in between.
    private static final int NEAR = 32;

    private static final int AFTER = 48;
    private static final int FIRST_YEAR = 1995;
    private static final int LAST_YEAR = 2099;

    private static final String WORD = "(?<month>\\p{L}{3,12})";
    private static final String ZONED_TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "\\d{4}(?:(?<sep>[-/.])(?<m>\\d{1,2})\\k<sep>(?<d>\\d{1,2})(?!\\d)"
                            + "|\\s?[年년]\\s?(?<cm>\\d{1,2})\\s?[月월]\\s?(?<cd>\\d{1,2})\\s?[日일](?!\\d{3,})"
                            + "|\\.?[ ](?<month>\\p{L}{3,12})\\.?[ ](?<wd>\\d{1,2})(?!\\d)(?!,? ?\\d{4}))");
    private static final Pattern MONTH_DAY =
            Pattern.compile(
                    "(?<!\\p{L})"
                            + WORD
                            + "\\.?[\\s-]{0,3}(?<d>\\d{1,2})\\s?(?:st|nd|rd|th)?\\.?\\s?,?\\s{0,3}-?(?:"
                            + ZONED_TIME
                            + "\\s+(?<zone>[A-Z]{1,5}(?:[+-]\\d{2}:?\\d{2})?\\s)?)?$");

    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "(?<![\\d/.:–-])(?<d>\\d{1,2})\\s?(?:st|nd|rd|th|er|º|ª|°|\\.|-|/)?\\s?(?:(?:de|of|di)\\s)?"
                            + WORD
                            + "\\.?\\s?[,.]?[-/]?\\s?(?:(?:de|del)\\s)?$");
    private static final Pattern NUMERIC =
            Pattern.compile(
                    "(?<![\\d/.:-])(?<a>\\d{1,2})\\s?(?<sep>[./-])\\s?(?<b>\\d{1,2})\\s?\\k<sep>\\s?$");
    private static final Pattern SHORT_GERMAN =
            Pattern.compile(
                    "(?<![\\d/.:,])(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{2})(?![\\d.,%])");

    private final Region region;

    DatesInText(Region region) {
        this.region = region;
    }

    List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        int length = text.length();
        int i = 0;
        int years = 0;
        while (i + 4 <= length && found.size() < MAXIMUM && years < MAXIMUM_YEARS) {
            if (!isYear(text, i)) {
                i++;
                continue;
            }
            years++;
            int from = found.isEmpty() ? 0 : found.getLast().end();
            Found date = around(text, i, from);
            if (date == null) {
                i += 4;
            } else {
                if (!Period.holds(text, date)) {
                    found.add(date);
                }
                i = Math.max(date.end(), i + 4);
            }
        }
        if (found.isEmpty() && region.language().equals("de") && length < 40) {
            shortGerman(text).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Found> shortGerman(String text) {
        Matcher parts = SHORT_GERMAN.matcher(text);
        if (!parts.find()) {
            return Optional.empty();
        }
        LocalDate day = day(2000 + number(parts, "y"), number(parts, "m"), number(parts, "d"));
        return day == null
                ? Optional.empty()
                : Optional.of(withTime(day, text, parts.start(), parts.end(), 0));
    }

    private static boolean isYear(String text, int at) {
        char first = text.charAt(at);
        if (first != '1' && first != '2'
                || at > 0 && Character.isDigit(text.charAt(at - 1))
                || at + 4 < text.length() && Character.isDigit(text.charAt(at + 4))) {
            return false;
        }
        int year = 0;
        for (int i = at; i < at + 4; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            year = year * 10 + c - '0';
        }
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /// @param from where the previous date ends, including its time of day
    private @Nullable Found around(String text, int at, int from) {
        int year = Integer.parseInt(text, at, at + 4, 10);
        Matcher ahead = YEAR_FIRST.matcher(text).region(at, Math.min(text.length(), at + 40));
        ahead.useAnchoringBounds(false).useTransparentBounds(true);
        if (ahead.lookingAt() && (at == 0 || text.charAt(at - 1) != '/')) {
            LocalDate day = yearFirst(year, ahead);
            if (day != null) {
                return withTime(day, text, at, ahead.end(), from);
            }
        }
        int near = Math.max(0, at - NEAR);
        if (!containsDigit(text, near, at)) {
            return null;
        }
        boolean hasTime = text.substring(near, at).indexOf(':') >= 0;
        String before =
                hasTime ? text.substring(Math.max(0, at - BEFORE), at) : text.substring(near, at);
        int shift = at - before.length();
        Matcher monthDay = MONTH_DAY.matcher(before);
        if (monthDay.find()) {
            LocalDate day = word(year, monthDay);
            if (day != null
                    && isOneLine(
                            text, shift + monthDay.start("month"), shift + monthDay.start("d"))) {
                return monthDay.group("hour") == null
                        ? withTime(day, text, shift + monthDay.start(), at + 4, from)
                        : new Found(
                                TimeOfDay.read(day, monthDay, monthDay.group("zone"), region),
                                shift + monthDay.start(),
                                at + 4);
            }
        }
        Matcher dayMonth = DAY_MONTH.matcher(before);
        if (dayMonth.find()) {
            LocalDate day = word(year, dayMonth);
            if (day != null && isDay(text, shift, dayMonth)) {
                return withTime(day, text, shift + dayMonth.start(), at + 4, from);
            }
        }
        Matcher numeric = NUMERIC.matcher(before);
        if (numeric.find()) {
            LocalDate day = numeric(year, numeric);
            if (day != null) {
                return withTime(day, text, shift + numeric.start(), at + 4, from);
            }
        }
        return null;
    }

    /// Whether the number before a month is its day, and not the number of an issue.
    private static boolean isDay(String text, int shift, Matcher dayMonth) {
        int day = shift + dayMonth.start("d");
        return !Period.isCounted(text.substring(Math.max(0, day - NEAR), day))
                && isOneLine(text, day, shift + dayMonth.start("month"));
    }

    /// Whether a day and its month are on one line, or the first of the two is alone on its own: at
    /// the end of a line with other words, such as a headline's, it belongs to them.
    private static boolean isOneLine(String text, int first, int second) {
        int line = text.lastIndexOf('\n', first) + 1;
        return text.substring(first, second).indexOf('\n') < 0
                || first - line < NEAR && text.substring(line, first).isBlank();
    }

    private static boolean containsDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate yearFirst(int year, Matcher parts) {
        if (parts.group("m") != null) {
            return day(year, number(parts, "m"), number(parts, "d"));
        }
        if (parts.group("cm") != null) {
            return day(year, number(parts, "cm"), number(parts, "cd"));
        }
        Integer month = Months.number(parts.group("month"));
        return month == null ? null : day(year, month, number(parts, "wd"));
    }

    private static @Nullable LocalDate word(int year, Matcher parts) {
        Integer month = Months.number(parts.group("month"));
        return month == null ? null : day(year, month, number(parts, "d"));
    }

    private @Nullable LocalDate numeric(int year, Matcher parts) {
        int a = number(parts, "a");
        int b = number(parts, "b");
        if (parts.group("sep").equals(".") || a > 12 || a == b) {
            return day(year, b, a);
        }
        if (b > 12) {
            return day(year, a, b);
        }
        Optional<Boolean> monthFirst = region.monthFirst();
        if (monthFirst.isEmpty()) {
            return null;
        }
        return monthFirst.get() ? day(year, a, b) : day(year, b, a);
    }

    private Found withTime(LocalDate day, String text, int start, int end, int from) {
        String after = text.substring(end, Math.min(text.length(), end + AFTER));
        TimeOfDay.Read read = TimeOfDay.after(day, after, region);
        if (read != null) {
            return new Found(read.date(), start, end + read.length());
        }
        TimeOfDay.Read before =
                TimeOfDay.before(
                        day,
                        text.substring(Math.min(start, Math.max(from, start - AFTER)), start),
                        region);
        return before == null
                ? new Found(PageDate.of(day), start, end)
                : new Found(before.date(), start - before.length(), end);
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }

    static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static @Nullable LocalTime time(int hour, int minute, int second) {
        try {
            return LocalTime.of(hour, minute, Math.min(second, 59));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
