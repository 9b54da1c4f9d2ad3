package app.prtosales.page;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the names and abbreviations of time zones mean, which depends on the outlet's country: CST
/// in Chicago is not CST in Taipei.
final class ZoneNames {

    private static final Map<String, Abbreviated> ABBREVIATIONS =
            Map.ofEntries(
                    Map.entry("UTC", new Abbreviated(0, "UTC")),
                    Map.entry("GMT", new Abbreviated(0, "UTC")),
                    Map.entry("Z", new Abbreviated(0, "UTC")),
                    Map.entry("EST", new Abbreviated(-300, "America/New_York")),
                    Map.entry("EDT", new Abbreviated(-240, "America/New_York")),
                    Map.entry("CST", new Abbreviated(-360, "America/Chicago")),
                    Map.entry("CDT", new Abbreviated(-300, "America/Chicago")),
                    Map.entry("MST", new Abbreviated(-420, "America/Denver")),
                    Map.entry("MDT", new Abbreviated(-360, "America/Denver")),
                    Map.entry("PST", new Abbreviated(-480, "America/Los_Angeles")),
                    Map.entry("PDT", new Abbreviated(-420, "America/Los_Angeles")),
                    Map.entry("WET", new Abbreviated(0, "Europe/Lisbon")),
                    Map.entry("WEST", new Abbreviated(60, "Europe/Lisbon")),
                    Map.entry("CET", new Abbreviated(60, "Europe/Paris")),
                    Map.entry("CEST", new Abbreviated(120, "Europe/Paris")),
                    Map.entry("MEZ", new Abbreviated(60, "Europe/Berlin")),
                    Map.entry("MESZ", new Abbreviated(120, "Europe/Berlin")),
                    Map.entry("BST", new Abbreviated(60, "Europe/London")),
                    Map.entry("EET", new Abbreviated(120, "Europe/Helsinki")),
                    Map.entry("EEST", new Abbreviated(180, "Europe/Helsinki")),
                    Map.entry("JST", new Abbreviated(540, "Asia/Tokyo")),
                    Map.entry("KST", new Abbreviated(540, "Asia/Seoul")),
                    Map.entry("SGT", new Abbreviated(480, "Asia/Singapore")),
                    Map.entry("HKT", new Abbreviated(480, "Asia/Hong_Kong")),
                    Map.entry("AEST", new Abbreviated(600, "Australia/Sydney")),
                    Map.entry("AEDT", new Abbreviated(660, "Australia/Sydney")),
                    Map.entry("NZST", new Abbreviated(720, "Pacific/Auckland")),
                    Map.entry("NZDT", new Abbreviated(780, "Pacific/Auckland")));
    private static final Map<String, ZoneId> ZONES =
            Map.of(
                    "ET", ZoneId.of("America/New_York"),
                    "CT", ZoneId.of("America/Chicago"),
                    "MT", ZoneId.of("America/Denver"),
                    "PT", ZoneId.of("America/Los_Angeles"));

    /// Abbreviations that several countries share: they state an offset but no zone.
    private static final Set<String> SHARED =
            Set.of("UTC", "GMT", "Z", "WET", "WEST", "CET", "CEST", "MEZ", "MESZ", "EET", "EEST");

    /// What an abbreviation means in a country where it does not have its usual meaning.
    private static final Map<String, Abbreviated> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("CST CN", new Abbreviated(480, "Asia/Shanghai")),
                    Map.entry("CST HK", new Abbreviated(480, "Asia/Hong_Kong")),
                    Map.entry("CST TW", new Abbreviated(480, "Asia/Taipei")),
                    Map.entry("PST PH", new Abbreviated(480, "Asia/Manila")),
                    Map.entry("PST PK", new Abbreviated(300, "Asia/Karachi")),
                    Map.entry("MST MY", new Abbreviated(480, "Asia/Kuala_Lumpur")),
                    Map.entry("MST MM", new Abbreviated(390, "Asia/Yangon")),
                    Map.entry("BST BD", new Abbreviated(360, "Asia/Dhaka")),
                    Map.entry("IST IN", new Abbreviated(330, "Asia/Kolkata")),
                    Map.entry("IST IL", new Abbreviated(120, "Asia/Jerusalem")),
                    Map.entry("IST IE", new Abbreviated(60, "Europe/Dublin")));

    /// Australians use these for zones of their own, which have several offsets.
    private static final Set<String> UNCLEAR_IN_AUSTRALIA =
            Set.of("EST", "EDT", "ET", "CST", "CDT", "CT");

    /// The offsets, in hours, that abbreviations have elsewhere.
    private static final Map<String, Set<Integer>> ALSO =
            Map.of(
                    "EST", Set.of(10, 11),
                    "EDT", Set.of(11),
                    "CST", Set.of(8),
                    "PST", Set.of(5, 8),
                    "MST", Set.of(8),
                    "BST", Set.of(6));

    /// @param zone a time zone that uses the abbreviation, possibly for only part of the year
    private record Abbreviated(int minutes, ZoneId zone) {

        Abbreviated(int minutes, String zone) {
            this(minutes, ZoneId.of(zone));
        }

        /// The offset; null if the zone has another one at that time, as with "EST" in June, where
        /// nobody knows what the author meant.
        @Nullable ZoneOffset offset(LocalDateTime at) {
            ZoneOffset said = ZoneOffset.ofTotalSeconds(minutes * 60);
            return zone.getRules().getValidOffsets(at).contains(said) ? said : null;
        }
    }

    private ZoneNames() {}

    /// The zone with this name; empty if it is unclear, if countries share the name, or for CST on
    /// a Chinese page, which has an offset but could be of several zones.
    static Optional<ZoneId> zone(String name, Region region) {
        String brief = brief(name);
        if (SHARED.contains(brief) || isUnclear(brief, region) || isChinese(brief, region)) {
            return Optional.empty();
        }
        return Optional.ofNullable(ZONES.get(brief))
                .or(() -> Optional.ofNullable(abbreviated(brief, region)).map(Abbreviated::zone));
    }

    /// The offset that a zone with this name has at that time; null if unclear.
    static @Nullable ZoneOffset offset(String name, LocalDateTime at, Region region) {
        String brief = brief(name);
        if (isUnclear(brief, region)) {
            return null;
        }
        Abbreviated abbreviated = abbreviated(brief, region);
        if (abbreviated != null) {
            return abbreviated.offset(at);
        }
        ZoneId zone = ZONES.get(brief);
        return zone == null ? null : zone.getRules().getOffset(at);
    }

    /// Whether the abbreviation has this offset somewhere, though perhaps not where it was read.
    static boolean canMean(String name, ZoneOffset offset) {
        return ALSO.getOrDefault(name, Set.of()).stream()
                .anyMatch(hours -> offset.equals(ZoneOffset.ofHours(hours)));
    }

    private static @Nullable Abbreviated abbreviated(String name, Region region) {
        String country = isChinese(name, region) ? "CN" : region.country();
        Abbreviated own = ELSEWHERE.get(name + " " + country);
        return own == null ? ABBREVIATIONS.get(name) : own;
    }

    /// Whether a page in Chinese, from no known country, means its own CST.
    private static boolean isChinese(String name, Region region) {
        return name.equals("CST") && region.country().isEmpty() && region.language().equals("zh");
    }

    private static boolean isUnclear(String name, Region region) {
        return region.country().equals("AU") && UNCLEAR_IN_AUSTRALIA.contains(name);
    }

    /// `ET` for "Eastern Daylight Time", because people write it all year round.
    private static String brief(String zone) {
        return zone.length() > 5 ? zone.charAt(0) + "T" : zone;
    }
}
