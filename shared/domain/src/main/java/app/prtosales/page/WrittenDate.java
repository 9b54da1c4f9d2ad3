package app.prtosales.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses the value of a tag that should hold one date, in any of the forms that software writes.
final class WrittenDate {

    private static final int LONGEST = 120;
    private static final Pattern COMPACT =
            Pattern.compile(
                    "(?<y>(?:19|20)\\d{2})(?<m>\\d{2})(?<d>\\d{2})"
                            + "(?:[T ]?(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,]\\d+)?)?"
                            + "\\s?(?<zone>Z|[+-]\\d{2}:?\\d{2}|[A-Z]{3,4})?)?");
    private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

    private final DatesInText dates;
    private final Region region;

    WrittenDate(Region region) {
        this.dates = new DatesInText(region);
        this.region = region;
    }

    /// Empty if the value has no date, has different days, or is too long for a date.
    Optional<PageDate> read(String value) {
        String text = value.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return compact(compact);
        }
        if (EPOCH.matcher(text).matches()) {
            return epoch(Long.parseLong(text));
        }
        List<DatesInText.Found> found = dates.all(text);
        return found.stream().map(each -> each.date().day()).distinct().count() == 1
                ? Optional.of(found.getFirst().date())
                : Optional.empty();
    }

    private Optional<PageDate> compact(Matcher parts) {
        LocalDate day =
                DatesInText.day(
                        Integer.parseInt(parts.group("y")),
                        Integer.parseInt(parts.group("m")),
                        Integer.parseInt(parts.group("d")));
        if (day == null) {
            return Optional.empty();
        }
        return Optional.of(
                parts.group("hour") == null
                        ? PageDate.of(day)
                        : TimeOfDay.read(day, parts, parts.group("zone"), region));
    }

    private static Optional<PageDate> epoch(long number) {
        try {
            Instant at =
                    number > 9_999_999_999L
                            ? Instant.ofEpochMilli(number)
                            : Instant.ofEpochSecond(number);
            var utc = at.atOffset(ZoneOffset.UTC);
            return Optional.of(
                    new PageDate(utc.toLocalDate(), utc.toLocalTime().withNano(0), ZoneOffset.UTC));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }
}
