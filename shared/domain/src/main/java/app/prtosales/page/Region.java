package app.prtosales.page;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a page was written, according to its language and URL.
///
/// @param language two letters, or empty
/// @param country two capital letters, or empty
record Region(String language, String country) {

    private static final Set<String> MONTH_FIRST = Set.of("US", "PH");

    /// Countries with a single time zone, or with one where nearly all of the press is located.
    private static final Map<String, String> ZONES =
            Map.ofEntries(
                    Map.entry("DE", "Europe/Berlin"),
                    Map.entry("AT", "Europe/Vienna"),
                    Map.entry("CH", "Europe/Zurich"),
                    Map.entry("GB", "Europe/London"),
                    Map.entry("IE", "Europe/Dublin"),
                    Map.entry("FR", "Europe/Paris"),
                    Map.entry("BE", "Europe/Brussels"),
                    Map.entry("NL", "Europe/Amsterdam"),
                    Map.entry("IT", "Europe/Rome"),
                    Map.entry("PL", "Europe/Warsaw"),
                    Map.entry("CZ", "Europe/Prague"),
                    Map.entry("SE", "Europe/Stockholm"),
                    Map.entry("DK", "Europe/Copenhagen"),
                    Map.entry("NO", "Europe/Oslo"),
                    Map.entry("FI", "Europe/Helsinki"),
                    Map.entry("TR", "Europe/Istanbul"),
                    Map.entry("IN", "Asia/Kolkata"),
                    Map.entry("JP", "Asia/Tokyo"),
                    Map.entry("KR", "Asia/Seoul"),
                    Map.entry("SG", "Asia/Singapore"),
                    Map.entry("CN", "Asia/Shanghai"),
                    Map.entry("HK", "Asia/Hong_Kong"),
                    Map.entry("TW", "Asia/Taipei"),
                    Map.entry("PH", "Asia/Manila"),
                    Map.entry("MY", "Asia/Kuala_Lumpur"),
                    Map.entry("MM", "Asia/Yangon"),
                    Map.entry("PK", "Asia/Karachi"),
                    Map.entry("BD", "Asia/Dhaka"),
                    Map.entry("IL", "Asia/Jerusalem"),
                    Map.entry("ZA", "Africa/Johannesburg"));

    private static final Map<String, String> BY_DOMAIN =
            Map.ofEntries(
                    Map.entry("de", "DE"),
                    Map.entry("at", "AT"),
                    Map.entry("ch", "CH"),
                    Map.entry("uk", "GB"),
                    Map.entry("ie", "IE"),
                    Map.entry("fr", "FR"),
                    Map.entry("be", "BE"),
                    Map.entry("nl", "NL"),
                    Map.entry("it", "IT"),
                    Map.entry("pl", "PL"),
                    Map.entry("cz", "CZ"),
                    Map.entry("se", "SE"),
                    Map.entry("dk", "DK"),
                    Map.entry("no", "NO"),
                    Map.entry("fi", "FI"),
                    Map.entry("es", "ES"),
                    Map.entry("pt", "PT"),
                    Map.entry("br", "BR"),
                    Map.entry("in", "IN"),
                    Map.entry("jp", "JP"),
                    Map.entry("kr", "KR"),
                    Map.entry("sg", "SG"),
                    Map.entry("cn", "CN"),
                    Map.entry("hk", "HK"),
                    Map.entry("tw", "TW"),
                    Map.entry("ph", "PH"),
                    Map.entry("my", "MY"),
                    Map.entry("mm", "MM"),
                    Map.entry("pk", "PK"),
                    Map.entry("bd", "BD"),
                    Map.entry("il", "IL"),
                    Map.entry("za", "ZA"),
                    Map.entry("au", "AU"),
                    Map.entry("nz", "NZ"),
                    Map.entry("ca", "CA"),
                    Map.entry("us", "US"),
                    Map.entry("gov", "US"),
                    Map.entry("mil", "US"),
                    Map.entry("edu", "US"));

    /// @param written `en-US`, `de_DE`, `fr`, or empty
    static Region of(String written, String host) {
        String[] parts = written.strip().replace('_', '-').split("-", -1);
        String language = parts[0].toLowerCase(Locale.ROOT);
        String last = parts[parts.length - 1];
        String domain = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String byDomain = BY_DOMAIN.getOrDefault(domain, "");
        String country =
                parts.length > 1 && last.length() == 2 ? last.toUpperCase(Locale.ROOT) : "";
        // Templates are left at en-US everywhere, so the domain takes precedence.
        return new Region(language, byDomain.isEmpty() ? country : byDomain);
    }

    /// Whether the month comes first in `03/04/2026`; empty if unknown.
    Optional<Boolean> monthFirst() {
        if (MONTH_FIRST.contains(country)) {
            return Optional.of(true);
        }
        if (country.equals("CA")
                || country.isEmpty() && (language.equals("en") || language.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(false);
    }

    Optional<ZoneId> zone() {
        return Optional.ofNullable(ZONES.get(country)).map(ZoneId::of);
    }
}
