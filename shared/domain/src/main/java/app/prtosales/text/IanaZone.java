package app.prtosales.text;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/// A zone of the IANA time zone database by its name, such as `Europe/Berlin` (R5.9). Abbreviations
/// such as `EST` mean different things to different people and are none, but for `UTC`.
public final class IanaZone {

    /// Fixed rules of the 1980s that the JDK knows beside the database.
    private static final String NOT_OF_THE_DATABASE = "SystemV/";

    private IanaZone() {}

    /// The release of the database in use, such as `2026a`. The JDK brings it along.
    public static String release() {
        return ZoneRulesProvider.getVersions("UTC").lastKey();
    }

    public static Optional<ZoneId> read(String name) {
        boolean named =
                name.equals("UTC") || name.contains("/") && !name.startsWith(NOT_OF_THE_DATABASE);
        return named && ZoneRulesProvider.getAvailableZoneIds().contains(name)
                ? Optional.of(ZoneId.of(name))
                : Optional.empty();
    }
}
