package app.prtosales.intake;

import app.prtosales.placement.Publication;
import app.prtosales.text.IanaZone;
import app.prtosales.text.ImpossibleDate;
import app.prtosales.text.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a date, with or without a time and its offset, and an IANA zone into the publication
/// instant `P` (R5.9).
public final class PublicationReader {

    /// Any web coverage still used in sales is more recent; an older date is a typo.
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /// How far in the future an embargo may be.
    static final Duration FURTHEST = Duration.ofDays(366);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter LOCAL =
            new DateTimeFormatterBuilder()
                    .append(DATE)
                    .appendLiteral('T')
                    .appendValue(ChronoField.HOUR_OF_DAY, 2)
                    .appendLiteral(':')
                    .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
                    .optionalStart()
                    .appendLiteral(':')
                    .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
                    .optionalStart()
                    .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WITH_OFFSET =
            new DateTimeFormatterBuilder()
                    .append(LOCAL)
                    .appendOffsetId()
                    .toFormatter()
                    .withResolverStyle(ResolverStyle.STRICT);

    /// No readable text is longer than this, in characters.
    private static final int LONGEST = 64;

    private static final Pattern UTC_ITSELF = Pattern.compile("(?:Z|-00:00)$");
    private static final Pattern OFFSET = Pattern.compile("Z|[+-](?:0\\d|1[0-7]):[0-5]\\d");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Instant now;
    private final Problems problems;
    private final Problems warnings;

    /// @param problems collects values that are rejected
    /// @param warnings collects values that are accepted but should be checked
    public PublicationReader(Instant now, Problems problems, Problems warnings) {
        this.now = now;
        this.problems = problems;
        this.warnings = warnings;
    }

    /// @return null if the value is rejected; the reasons are then in `problems`
    public @Nullable Publication read(@Nullable String publishedAt, @Nullable String zoneName) {
        String written = publishedAt == null ? "" : publishedAt.strip();
        String name = zoneName == null ? "" : zoneName.strip();
        Optional<OffsetDateTime> exact = exact(written);
        @Nullable ZoneId zone = name.isEmpty() ? null : zone(name, exact.isPresent());
        @Nullable Publication publication =
                exact.isPresent()
                        ? atOffset(exact.get(), UTC_ITSELF.matcher(written).find(), zone)
                        // Without a zone, this only checks that the rest can be read.
                        : local(written, zone == null ? ZoneOffset.UTC : zone);
        boolean isRead = publication != null && !isOutOfRange(publication.at());
        if (name.isEmpty() && exact.isEmpty()) {
            problems.add("zone", "Enter the outlet’s time zone, such as America/New_York");
        }
        boolean hasZone = zone != null || name.isEmpty() && exact.isPresent();
        return isRead && hasZone ? publication : null;
    }

    private static Optional<OffsetDateTime> exact(String written) {
        try {
            return written.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(written, WITH_OFFSET));
        } catch (DateTimeParseException withoutOffset) {
            return Optional.empty();
        }
    }

    private @Nullable Publication local(String written, ZoneId zone) {
        if (written.isEmpty()) {
            problems.add(
                    "publishedAt",
                    "Enter when it was published: a date, or a date and time such as 2026-06-24T09:00");
            return null;
        }
        if (written.length() > LONGEST) {
            return unreadable("");
        }
        try {
            return atLocal(LocalDateTime.parse(written, LOCAL), zone);
        } catch (DateTimeParseException notADateTime) {
            return atDate(written, zone);
        }
    }

    /// An explicit offset is trusted, because time zone rules change faster than the JDK's copy of
    /// them.
    ///
    /// @param isUtc whether the offset is written `Z` or `-00:00`, which gives the instant but says
    ///   nothing about the zone (RFC 9557, 2)
    private Publication atOffset(OffsetDateTime exact, boolean isUtc, @Nullable ZoneId zone) {
        if (zone == null) {
            return publication(exact.toInstant(), exact.getOffset(), false);
        }
        ZoneOffset real = zone.getRules().getOffset(exact.toInstant());
        if (!isUtc && !real.equals(exact.getOffset())) {
            warnings.add(
                    "publishedAt",
                    "We used the offset %s as written. Our time zone rules (%s) say %s was at %s then"
                            .formatted(
                                    inDigits(exact.getOffset()),
                                    IanaZone.release(),
                                    zone,
                                    inDigits(real)));
        }
        return publication(exact.toInstant(), zone, false);
    }

    private static String inDigits(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private @Nullable Publication atLocal(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            problems.add(
                    "publishedAt",
                    "%s doesn’t exist in %s, because clocks went forward. Use %s or %s"
                            .formatted(
                                    SHOWN.format(local),
                                    zone,
                                    SHOWN.format(gap.getDateTimeBefore().minusMinutes(1)),
                                    SHOWN.format(gap.getDateTimeAfter())));
            return null;
        }
        ZoneOffset earlier = offsets.getFirst();
        if (offsets.size() > 1) {
            warnings.add(
                    "publishedAt",
                    "%s happened twice in %s. We used the earlier one (UTC%s). For the later one, enter %s%s"
                            .formatted(
                                    SHOWN.format(local),
                                    zone,
                                    earlier,
                                    SHOWN.format(local),
                                    offsets.getLast()));
        }
        return publication(local.toInstant(earlier), zone, false);
    }

    private @Nullable Publication atDate(String written, ZoneId zone) {
        try {
            LocalDate date = LocalDate.parse(written, DATE);
            ZonedDateTime start = date.atStartOfDay(zone);
            if (!start.toLocalDate().equals(date)) {
                problems.add(
                        "publishedAt",
                        "%s doesn’t exist in %s, because the calendar skipped it. Use %s or %s"
                                .formatted(
                                        date,
                                        zone,
                                        start.minusNanos(1).toLocalDate(),
                                        start.toLocalDate()));
                return null;
            }
            return publication(start.toInstant(), zone, true);
        } catch (DateTimeParseException notADate) {
            return unreadable(written);
        }
    }

    private static Publication publication(Instant at, ZoneId zone, boolean dateOnly) {
        return new Publication(at.truncatedTo(ChronoUnit.MILLIS), zone, dateOnly);
    }

    private @Nullable Publication unreadable(String written) {
        problems.add(
                "publishedAt",
                ImpossibleDate.howToFixTime(written)
                        .orElse(
                                "Enter a date such as 2026-06-24, or a date and time such as 2026-06-24T09:00"));
        return null;
    }

    /// @param isExact whether the time has its own offset. If so, the zone may be an offset too: a
    ///   publication without a named zone is stored that way.
    private @Nullable ZoneId zone(String name, boolean isExact) {
        Optional<ZoneId> zone =
                isExact && OFFSET.matcher(name).matches()
                        ? Optional.of(ZoneOffset.of(name))
                        : IanaZone.read(name);
        if (zone.isPresent()) {
            return zone.get();
        }
        problems.add(
                "zone",
                "Enter a time zone such as America/New_York, Europe/Berlin or UTC. Abbreviations such as EST don’t work");
        return null;
    }

    private boolean isOutOfRange(Instant at) {
        if (at.isBefore(EARLIEST)) {
            problems.add("publishedAt", "Enter a date in 2000 or later");
            return true;
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            problems.add("publishedAt", "Enter a date within the next year");
            return true;
        }
        return false;
    }
}
