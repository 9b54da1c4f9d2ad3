package app.prtosales.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A time zone as Americans write it: `ET` after a time, `Eastern` alone. Outside the United States
/// the city is used: `Berlin time`, `Berlin`. The abbreviations are CLDR's short generic names;
/// they are listed here because loading a locale's names adds more to a cold start than writing a
/// whole email.
final class ZoneName {

    private static final Map<String, American> AMERICAN = american();

    /// @param letters the abbreviation after a time
    /// @param standard the abbreviation for the repeated hour, after the clocks go back
    /// @param daylight the abbreviation for the repeated hour, before the clocks go back
    private record American(String name, String letters, String standard, String daylight) {

        /// A zone without daylight saving time.
        American(String name, String letters) {
            this(name, letters, letters, letters);
        }
    }

    private ZoneName() {}

    /// `Eastern`, `Arizona`, `Berlin`, `UTC`.
    static String of(ZoneId zone) {
        American american = AMERICAN.get(zone.getId());
        return american == null ? city(zone) : american.name();
    }

    /// The text after a time: `ET`, or `EDT` or `EST` in the hour that occurs twice; `Berlin time`,
    /// or `Berlin time (UTC+2)` in the hour that occurs twice; `UTC`.
    static String suffix(Instant at, ZoneId zone) {
        ZonedDateTime here = at.atZone(zone);
        boolean twice = zone.getRules().getValidOffsets(here.toLocalDateTime()).size() > 1;
        American american = AMERICAN.get(zone.getId());
        if (american != null) {
            return !twice
                    ? american.letters()
                    : zone.getRules().isDaylightSavings(at)
                            ? american.daylight()
                            : american.standard();
        }
        if (isOffset(zone)) {
            return city(zone);
        }
        return city(zone) + " time" + (twice ? " (%s)".formatted(offset(here.getOffset())) : "");
    }

    private static boolean isOffset(ZoneId zone) {
        return zone.getId().startsWith("Etc/") || !zone.getId().contains("/");
    }

    private static String city(ZoneId zone) {
        if (isOffset(zone)) {
            return offset(zone.getRules().getOffset(Instant.EPOCH));
        }
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /// `UTC`, `UTC+2`, `UTC−3:30`.
    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        if (minutes == 0) {
            return "UTC";
        }
        return "UTC%s%d%s"
                .formatted(
                        offset.getTotalSeconds() < 0 ? "−" : "+",
                        minutes / 60,
                        minutes % 60 == 0 ? "" : ":%02d".formatted(minutes % 60));
    }

    private static Map<String, American> american() {
        Map<String, American> names = new HashMap<>();
        put(
                names,
                new American("Eastern", "ET", "EST", "EDT"),
                List.of(
                        "America/New_York",
                        "America/Detroit",
                        "America/Fort_Wayne",
                        "America/Indianapolis",
                        "America/Indiana/Indianapolis",
                        "America/Indiana/Marengo",
                        "America/Indiana/Petersburg",
                        "America/Indiana/Vevay",
                        "America/Indiana/Vincennes",
                        "America/Indiana/Winamac",
                        "America/Kentucky/Louisville",
                        "America/Kentucky/Monticello",
                        "America/Louisville",
                        "EST5EDT",
                        "US/East-Indiana",
                        "US/Eastern",
                        "US/Michigan"));
        put(
                names,
                new American("Central", "CT", "CST", "CDT"),
                List.of(
                        "America/Chicago",
                        "America/Indiana/Knox",
                        "America/Indiana/Tell_City",
                        "America/Knox_IN",
                        "America/Menominee",
                        "America/North_Dakota/Beulah",
                        "America/North_Dakota/Center",
                        "America/North_Dakota/New_Salem",
                        "CST6CDT",
                        "US/Central",
                        "US/Indiana-Starke"));
        put(
                names,
                new American("Mountain", "MT", "MST", "MDT"),
                List.of(
                        "America/Denver",
                        "America/Boise",
                        "America/Shiprock",
                        "MST7MDT",
                        "US/Mountain"));
        put(names, new American("Arizona", "MST"), List.of("America/Phoenix", "US/Arizona"));
        put(
                names,
                new American("Pacific", "PT", "PST", "PDT"),
                List.of("America/Los_Angeles", "PST8PDT", "US/Pacific"));
        put(
                names,
                new American("Alaska", "AKT", "AKST", "AKDT"),
                List.of(
                        "America/Anchorage",
                        "America/Juneau",
                        "America/Metlakatla",
                        "America/Nome",
                        "America/Sitka",
                        "America/Yakutat",
                        "US/Alaska"));
        put(
                names,
                new American("Hawaii", "HST"),
                List.of("Pacific/Honolulu", "Pacific/Johnston", "US/Hawaii"));
        put(
                names,
                new American("Aleutian Islands", "HAT", "HAST", "HADT"),
                List.of("America/Adak", "America/Atka", "US/Aleutian"));
        put(
                names,
                new American("Puerto Rico", "AST"),
                List.of("America/Puerto_Rico", "America/St_Thomas", "America/Virgin"));
        put(names, new American("Guam", "ChST"), List.of("Pacific/Guam", "Pacific/Saipan"));
        put(
                names,
                new American("Samoa", "SST"),
                List.of("Pacific/Pago_Pago", "Pacific/Samoa", "US/Samoa"));
        return Map.copyOf(names);
    }

    private static void put(Map<String, American> names, American name, List<String> ids) {
        ids.forEach(id -> names.put(id, name));
    }
}
