package app.prtosales.page;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Distinguishes a date that begins or ends a period, such as a conference, from a single date.
final class Period {

    private static final int BACK = 32;
    private static final int AHEAD = 24;

    private static final String DASH = "\\s?[–—~〜～-]\\s?";
    private static final String TO =
            "(?:"
                    + DASH
                    + "|\\s(?:to|and|&|until|till|through|bis|und|au|et|al?|y|ao|e|t/m|tot|en|til|og|och)\\s)$";
    private static final String ORDINAL = "(?:st|nd|rd|th|er|º|\\.)?";

    /// A day and its month before the second date: `March 30 –`, `30 March to`, `30.3. –`, `3/30
    /// –`.
    private static final Pattern FROM_MONTH =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/.:])(?:(?<month>\\p{L}{3,9})\\.?\\s\\d{1,2}"
                            + ORDINAL
                            + "(?:,\\s19[0-8]\\d)?|\\d{1,2}"
                            + ORDINAL
                            + "\\s(?:de |of )?(?<second>\\p{L}{3,10})\\.?(?:\\s19[0-8]\\d)?|\\d{1,2}\\.(?:0?[1-9]|1[0-2])\\.|(?<numbers>\\d{1,2}\\.(?:0?[1-9]|1[0-2])|\\d{1,2}/\\d{1,2}))"
                            + TO);

    private static final Pattern IN_NUMBERS = Pattern.compile("\\d{1,2}[./]\\d");

    /// A day without a month before the second date, if that date begins with its day: `16 and`,
    /// `16.–`.
    private static final Pattern FROM_DAY =
            Pattern.compile("(?<![\\p{L}\\p{N}/.:#-])(?<day>\\d{1,2})" + ORDINAL + TO);

    /// The rest of a period after its first date: `〜11月18日`, `至18日`, `・17日`, `/18`, `~ 11.18`.
    private static final Pattern TO_DAY =
            Pattern.compile(
                    "\\s?(?:[(（].{1,3}[)）])?(?:(?:"
                            + DASH
                            + "|[至・])\\d{1,2}\\s?[月월日일]|/\\d{1,2}(?![\\d/])|\\s?[~〜～]\\s?\\d{1,2}[./]\\d{1,2}(?![\\d:/.])|"
                            + DASH
                            + "\\d{1,2}/\\d{1,2}(?![\\d/]))");

    /// A word before a number that counts something else: `Volume 48, Issue 11 November 2026`.
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?<!\\p{L})(?:issues?|vol(?:ume)?|no|nr|n[º°]|num(?:ber|éro|ero)?|numéro|heft|ausgabe|band|jahrgang|part|teil|episode|ep|folge|phase|chapter|pages?|p|top|season|tv|channel|type)[.:]?\\s?$|[#№]\\s?$",
                    Pattern.CASE_INSENSITIVE);

    private Period() {}

    /// Whether a date begins or ends a period.
    static boolean holds(String text, DatesInText.Found found) {
        int start = found.start();
        int end = found.end();
        LocalDate date = found.date().day();
        return isEnd(text, date, start)
                || TO_DAY.matcher(text.substring(end, Math.min(text.length(), end + AHEAD)))
                        .lookingAt();
    }

    private static boolean isEnd(String text, LocalDate date, int start) {
        String before = text.substring(Math.max(0, start - BACK), start);
        // Most dates have no number before them, and matching is expensive.
        if (before.chars().noneMatch(each -> each >= '0' && each <= '9')) {
            return false;
        }
        Matcher month = FROM_MONTH.matcher(before);
        if (month.find()
                && isMonth(month.group("month"))
                && isMonth(month.group("second"))
                && (month.group("numbers") == null || isInNumbers(text, start))) {
            return true;
        }
        Matcher day = FROM_DAY.matcher(before);
        return isDayFirst(text, date, start)
                && day.find()
                && Integer.parseInt(day.group("day")) < date.getDayOfMonth()
                && !isCounted(before.substring(0, day.start()));
    }

    /// Whether the number after these words is not a day.
    static boolean isCounted(String before) {
        return COUNTED.matcher(before).find();
    }

    private static boolean isMonth(@Nullable String word) {
        return word == null || Months.number(word) != null;
    }

    private static boolean isInNumbers(String text, int start) {
        return IN_NUMBERS.matcher(text).region(start, text.length()).lookingAt();
    }

    private static boolean isDayFirst(String text, LocalDate date, int start) {
        String day = Integer.toString(date.getDayOfMonth());
        return text.startsWith(day, start) || text.startsWith("0" + day, start);
    }
}
