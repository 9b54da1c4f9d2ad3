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

/// A date as a page writes it, no more precise than written.
///
/// @param time null if only the day is known
/// @param offset null if the page does not state it
public record PageDate(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /// How far west and east of Greenwich the author of a time in UTC may be.
    private static final Duration WEST = Duration.ofHours(8);

    private static final Duration EAST = Duration.ofHours(10);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// Software writes a day as midnight, without an offset or in UTC.
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

    /// The earliest local day that the date can mean for its author.
    LocalDate earliest() {
        return utc() == null ? day : day.atTime(timeOrMidnight()).minus(WEST).toLocalDate();
    }

    /// The latest local day that the date can mean for its author.
    LocalDate latest() {
        return utc() == null ? day : day.atTime(timeOrMidnight()).plus(EAST).toLocalDate();
    }

    /// Whether both could be the same day somewhere in the world.
    boolean agreesWith(PageDate other) {
        return !earliest().isAfter(other.latest()) && !other.earliest().isAfter(latest());
    }

    boolean canBe(LocalDate other) {
        return agreesWith(of(other));
    }

    /// The same instant in UTC; empty if the page does not state the offset.
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

    /// Whether the page states the time, and calls it UTC.
    boolean isInUtc() {
        return precision() == 2;
    }

    /// Whether the two times differ by a nonzero whole number of hours.
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

    boolean isSameMinuteAs(PageDate other) {
        return offset != null
                && other.offset != null
                && Duration.between(at(offset), other.at(other.offset)).abs().toSeconds() < 60;
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

    /// Whether the date is in the future no matter where it was written.
    boolean isAfter(Instant now) {
        return offset == null
                ? earliest().isAfter(now.atOffset(ZoneOffset.ofHours(14)).toLocalDate())
                : at(offset).isAfter(now);
    }

    /// The date in ISO 8601, as precise as on the page: `2026-06-24` or `2026-06-24T09:00:00`, with
    /// the offset if known.
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
