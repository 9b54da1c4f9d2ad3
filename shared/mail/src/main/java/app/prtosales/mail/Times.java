package app.prtosales.mail;

import app.prtosales.placement.Publication;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Instants as a person reads them: in the outlet's zone, the reader's and UTC (R5.9). The names
/// are English and written here: loading a locale's costs a cold start more than the whole mail.
final class Times {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");
    private static final String OUTLET = "the outlet’s zone";
    private static final String READER = "your zone";

    /// What is said of the zone of a reader who has none here: the agreement's stands for it.
    static final String AGREEMENT = "the agreement’s zone";

    private Times() {}

    /// One reading of an instant.
    ///
    /// @param zone the zone, and whose it is
    record Reading(String time, String zone) {

        @Override
        public String toString() {
            return time + ", " + zone;
        }
    }

    /// The reader's zone first (R5.9).
    ///
    /// @param reader null where the reader's zone is not known
    static List<Reading> of(Instant at, ZoneId outlet, @Nullable ZoneId reader) {
        return of(at, outlet, reader, READER);
    }

    /// @param whoseZone what is said of the first zone
    static List<Reading> of(Instant at, ZoneId outlet, @Nullable ZoneId reader, String whoseZone) {
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        Map<String, List<String>> whose = new LinkedHashMap<>();
        if (reader != null) {
            add(reader, whoseZone, zones, whose);
        }
        add(outlet, OUTLET, zones, whose);
        add(ZoneOffset.UTC, null, zones, whose);
        return readings(at, zones, whose);
    }

    private static List<Reading> readings(
            Instant at, Map<String, ZoneId> zones, Map<String, List<String>> whose) {
        return zones.entrySet().stream()
                .map(zone -> reading(at, zone.getValue(), zone.getKey(), whose))
                .toList();
    }

    /// On one line, in the agreement's zone, which stands for that of leadership, the outlet's and
    /// UTC.
    static String inEveryZone(Instant at, ZoneId outlet, ZoneId agreement) {
        return String.join(
                " · ",
                of(at, outlet, agreement, AGREEMENT).stream().map(Reading::toString).toList());
    }

    /// What is about no placement: in the agreement's zone and UTC.
    static List<Reading> ofAgreement(Instant at, ZoneId agreement) {
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        Map<String, List<String>> whose = new LinkedHashMap<>();
        add(agreement, AGREEMENT, zones, whose);
        add(ZoneOffset.UTC, null, zones, whose);
        return readings(at, zones, whose);
    }

    /// On one line, for evidence: `Wed 24 Jun 2026, 09:00 (UTC-04:00, America/New_York), 13:00
    /// UTC`.
    static String line(Instant at, ZoneId zone) {
        if (name(zone).equals("UTC")) {
            return dateAndTime(at.atZone(ZoneOffset.UTC)) + " UTC";
        }
        ZonedDateTime here = at.atZone(zone);
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        boolean sameDay = here.toLocalDate().equals(utc.toLocalDate());
        return "%s (%s), %s UTC"
                .formatted(dateAndTime(here), name(zone), sameDay ? time(utc) : dateAndTime(utc));
    }

    /// A sentence of the product, its instants as a reader sees them. It may quote a mail server,
    /// so what only looks like an instant stays as it is.
    static String told(String sentence, ZoneId zone) {
        return INSTANT.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(spoken(found.group(), zone)));
    }

    private static String spoken(String written, ZoneId zone) {
        try {
            return line(Instant.parse(written), zone);
        } catch (DateTimeParseException noInstant) {
            return written;
        }
    }

    /// `Wed 24 Jun 2026`.
    static String date(ZonedDateTime at) {
        return "%s %d %s %d"
                .formatted(
                        shortName(at.getDayOfWeek()),
                        at.getDayOfMonth(),
                        shortName(at.getMonth()),
                        at.getYear());
    }

    /// What must be said about a time of which only the date is known; empty where it is known.
    static String remark(Publication publication) {
        return publication.dateOnly()
                ? "Only the date is known, %s; 00:00 in the outlet’s zone stands for it."
                        .formatted(date(publication.at().atZone(publication.zone())))
                : "";
    }

    private static void add(
            ZoneId zone,
            @Nullable String owner,
            Map<String, ZoneId> zones,
            Map<String, List<String>> whose) {
        String name = name(zone);
        zones.putIfAbsent(name, zone);
        List<String> owners = whose.computeIfAbsent(name, none -> new ArrayList<>());
        if (owner != null) {
            owners.add(owner);
        }
    }

    private static Reading reading(
            Instant at, ZoneId zone, String name, Map<String, List<String>> whose) {
        ZonedDateTime here = at.atZone(zone);
        String offset = name.equals("UTC") ? "" : " (UTC" + here.getOffset().getId() + ")";
        String owners = String.join(" and ", whose.getOrDefault(name, List.of()));
        return new Reading(
                dateAndTime(here) + (offset.equals(" (UTCZ)") ? " (UTC+00:00)" : offset),
                owners.isEmpty() ? name : name + ", " + owners);
    }

    private static String name(ZoneId zone) {
        return switch (zone.getId()) {
            case "Z", "UTC", "Etc/UTC", "GMT", "Etc/GMT" -> "UTC";
            default -> zone.getId();
        };
    }

    private static String dateAndTime(ZonedDateTime at) {
        return date(at) + ", " + time(at);
    }

    private static String time(ZonedDateTime at) {
        return "%02d:%02d".formatted(at.getHour(), at.getMinute());
    }

    private static String shortName(Enum<?> dayOrMonth) {
        String name = dayOrMonth.name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
