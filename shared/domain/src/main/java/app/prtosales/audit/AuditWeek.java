package app.prtosales.audit;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An ISO week (ISO 8601: Monday to Sunday; week 1 has the year's first Thursday), R4.5.
public record AuditWeek(int year, int week) implements Comparable<AuditWeek> {

    private static final Pattern WORD = Pattern.compile("(\\d{4})-W(\\d{2})");

    public AuditWeek {
        if (week < 1 || week > weeksIn(year)) {
            throw new DateTimeException("%d has no week %d".formatted(year, week));
        }
    }

    /// The week that an instant falls in, in the agreement's zone.
    public static AuditWeek of(Instant instant, ZoneId zone) {
        return of(instant.atZone(zone).toLocalDate());
    }

    private static AuditWeek of(LocalDate date) {
        return new AuditWeek(
                date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /// Reads `2026-W48`.
    public static Optional<AuditWeek> read(String word) {
        Matcher matcher = WORD.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int week = Integer.parseInt(matcher.group(2));
        return year >= 2000 && week >= 1 && week <= weeksIn(year)
                ? Optional.of(new AuditWeek(year, week))
                : Optional.empty();
    }

    public AuditWeek previous() {
        return of(monday().minusWeeks(1));
    }

    public AuditWeek next() {
        return of(monday().plusWeeks(1));
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(week - 1L);
    }

    /// The first instant of the week.
    public Instant startsAt(ZoneId zone) {
        return monday().atStartOfDay(zone).toInstant();
    }

    /// The first instant after the week.
    public Instant endsAt(ZoneId zone) {
        return monday().plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    private static int weeksIn(int year) {
        return LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    @Override
    public int compareTo(AuditWeek other) {
        return monday().compareTo(other.monday());
    }

    /// `2026-W48`.
    @Override
    public String toString() {
        return "%04d-W%02d".formatted(year, week);
    }
}
