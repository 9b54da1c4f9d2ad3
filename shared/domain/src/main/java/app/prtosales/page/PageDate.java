package app.prtosales.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A date as a page writes it, with no more precision than it shows.
///
/// @param time null for a day
/// @param offset null where the page does not say it
public record PageDate(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /// How far west and east of Greenwich the author of a time in UTC may sit.
    private static final Duration WEST = Duration.ofHours(8);

    private static final Duration EAST = Duration.ofHours(10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// Midnight without an offset, or in UTC, is how software writes a day.
    public PageDate {
        if (LocalTime.MIDNIGHT.equals(time) && (offset == null || isUtc(offset))) {
            time = null;
        }
        if (time == null) {
            offset = null;
        }
    }

    static PageDate of(LocalDate day) {
        return new PageDate(day, null, null);
    }

    public boolean isDay() {
        return time == null;
    }

    /// The earliest day that it can be where it was written.
    LocalDate earliest() {
        return utc() == null ? day : day.atTime(timeOrMidnight()).minus(WEST).toLocalDate();
    }

    /// The latest day that it can be where it was written.
    LocalDate latest() {
        return utc() == null ? day : day.atTime(timeOrMidnight()).plus(EAST).toLocalDate();
    }

    /// Whether both can mean one day somewhere.
    boolean agreesWith(PageDate other) {
        return !earliest().isAfter(other.latest()) && !other.earliest().isAfter(latest());
    }

    boolean canBe(LocalDate other) {
        return agreesWith(of(other));
    }

    /// The same instant in UTC; empty where the page does not say the offset.
    Optional<PageDate> inUtc() {
        return offset == null
                ? Optional.empty()
                : Optional.of(at(offset).atOffset(ZoneOffset.UTC))
                        .map(each ->
                                new PageDate(
                                        each.toLocalDate(), each.toLocalTime(), ZoneOffset.UTC));
    }

    /// 3 with an offset, 2 in UTC, 1 for a local time, 0 for a day.
    int precision() {
        if (time == null) {
            return 0;
        }
        if (offset == null) {
            return 1;
        }
        return isUtc(offset) ? 2 : 3;
    }

    /// Whether minute and second are the same, whole hours apart and not equal.
    boolean isWholeHoursFrom(PageDate other) {
        if (time == null || other.time == null) {
            return false;
        }
        Duration between =
                Duration.between(day.atTime(time), other.day.atTime(other.timeOrMidnight()));
        return !between.isZero()
                && between.abs().compareTo(Duration.ofHours(14)) <= 0
                && between.toSeconds() % 3_600 == 0;
    }

    boolean isSameAs(PageDate other) {
        if (time == null || other.time == null) {
            return canBe(other.day) && other.canBe(day) && day.equals(other.day);
        }
        if (offset != null && other.offset != null) {
            return at(offset).equals(other.at(other.offset));
        }
        return day.equals(other.day) && time.equals(other.time);
    }

    boolean isBefore(PageDate other) {
        return offset != null && other.offset != null
                ? at(offset).isBefore(other.at(other.offset))
                : day.atTime(timeOrMidnight()).isBefore(other.day.atTime(other.timeOrMidnight()));
    }

    /// Whether it lies in the future wherever it was written.
    boolean isAfter(Instant now) {
        return offset == null
                ? earliest().isAfter(now.atOffset(ZoneOffset.ofHours(14)).toLocalDate())
                : at(offset).isAfter(now);
    }

    /// In ISO 8601, as precise as the page: `2026-06-24`, `2026-06-24T09:00:00`, with its offset.
    public String written() {
        if (time == null) {
            return day.toString();
        }
        return day + "T" + TIME.format(time) + (offset == null ? "" : offset.getId());
    }

    LocalTime timeOrMidnight() {
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    Instant at(ZoneOffset where) {
        return OffsetDateTime.of(day, timeOrMidnight(), where).toInstant();
    }

    private @Nullable ZoneOffset utc() {
        return offset != null && isUtc(offset) ? offset : null;
    }

    private static boolean isUtc(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC);
    }
}
