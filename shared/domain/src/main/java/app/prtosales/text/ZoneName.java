package app.prtosales.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A time zone as Americans say it: `ET` behind a time, `Eastern` by itself. Outside the United
/// States the city stands for it: `Berlin time`, `Berlin`. The letters are those of CLDR's short
/// generic names; the table is written here, because loading a locale's names costs a cold start
/// more than a whole mail.
final class ZoneName {

    private static final Map<String, American> AMERICAN = american();

    /// @param letters behind a time
    /// @param standard behind a time of the hour that comes twice, once the clocks are back
    /// @param daylight behind one of that hour, before they are
    private record American(String name, String letters, String standard, String daylight) {

        /// One without daylight saving time.
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

    /// What stands behind a time: `ET`, in the hour that comes twice `EDT` or `EST`; `Berlin time`,
    /// in the hour that comes twice `Berlin time (UTC+2)`; `UTC`.
    static String behind(Instant at, ZoneId zone) {
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
                        "US/Central",
                        "US/Indiana-Starke"));
        put(
                names,
                new American("Mountain", "MT", "MST", "MDT"),
                List.of("America/Denver", "America/Boise", "America/Shiprock", "US/Mountain"));
        put(names, new American("Arizona", "MST"), List.of("America/Phoenix", "US/Arizona"));
        put(
                names,
                new American("Pacific", "PT", "PST", "PDT"),
                List.of("America/Los_Angeles", "US/Pacific"));
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
