package app.prtosales.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/// Formats instants for one reader, in that reader's time zone (R5.9): `Tue, Nov 24, 9:06 AM ET`.
/// Nothing else on the server does so; in a browser, `time.js` does the same.
///
/// @param zone the reader's time zone
/// @param now the time of writing: dates in another year include the year
public record ReaderClock(ZoneId zone, Instant now) {

    /// The same clock for a reader in another time zone.
    public ReaderClock in(ZoneId other) {
        return new ReaderClock(other, now);
    }

    public ReaderClock inUtc() {
        return in(ZoneOffset.UTC);
    }

    /// `Tue, Nov 24, 9:06 AM ET`, or for another year `Mon, Nov 24, 2025, 9:06 AM ET`.
    public String time(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        int hour = here.getHour() % 12 == 0 ? 12 : here.getHour() % 12;
        return "%s, %d:%02d %s %s"
                .formatted(
                        day(here),
                        hour,
                        here.getMinute(),
                        here.getHour() < 12 ? "AM" : "PM",
                        ZoneName.suffix(at, zone));
    }

    /// `Tue, Nov 24`, or for another year `Mon, Nov 24, 2025`.
    public String day(Instant at) {
        return day(at.atZone(zone));
    }

    /// The zone's name alone, as people choose it: `Eastern`, `Arizona`, `Berlin`, `UTC`.
    public static String zoneName(ZoneId zone) {
        return ZoneName.of(zone);
    }

    private String day(ZonedDateTime here) {
        int thisYear = now.atZone(zone).getYear();
        return "%s, %s %d%s"
                .formatted(
                        shortName(here.getDayOfWeek()),
                        shortName(here.getMonth()),
                        here.getDayOfMonth(),
                        here.getYear() == thisYear ? "" : ", " + here.getYear());
    }

    private static String shortName(Enum<?> dayOrMonth) {
        String name = dayOrMonth.name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
