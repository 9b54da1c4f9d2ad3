package app.prtosales.local.edges;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Instants in the formats that AWS uses.
final class Instants {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Instants() {}

    static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }
}
