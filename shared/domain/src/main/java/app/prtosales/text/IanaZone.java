package app.prtosales.text;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.Set;

/// Reads the name of a zone in the IANA time zone database, such as `Europe/Berlin` (R5.9).
/// Abbreviations other than `UTC` are rejected: `EST`, for example, means different things to
/// different people. `EST5EDT` and its three neighbors are clear.
public final class IanaZone {

    /// Fixed rules from the 1980s that the JDK includes although they are not in the database.
    private static final String NOT_IN_DATABASE = "SystemV/";

    private static final Set<String> NAMED_BY_THEIR_RULES =
            Set.of("EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT");

    private IanaZone() {}

    /// The release of the database in use, such as `2026a`. It comes with the JDK.
    public static String release() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    public static Optional<ZoneId> read(String name) {
        boolean named =
                name.equals("UTC")
                        || NAMED_BY_THEIR_RULES.contains(name)
                        || name.contains("/") && !name.startsWith(NOT_IN_DATABASE);
        return named && ZoneRulesProvider.getAvailableZoneIds().contains(name)
                ? Optional.of(ZoneId.of(name))
                : Optional.empty();
    }
}
