package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IanaZoneTest {

    private static final Instant AT = Instant.parse("2026-11-24T14:06:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "America/New_York", "UTC"})
    void r5_9_an_unambiguous_name_in_the_iana_database_is_accepted(String name) {
        assertThat(IanaZone.read(name)).contains(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST", "MST", "CET", "SystemV/EST5EDT", "EST5"})
    void r5_9_an_abbreviation_or_a_name_outside_the_iana_database_is_rejected(String name) {
        assertThat(IanaZone.read(name)).isEmpty();
    }

    @Test
    void r5_9_est5edt_reads_as_eastern() {
        ZoneId zone = ZoneId.of("EST5EDT");

        assertThat(new ReaderClock(zone, AT).time(AT)).isEqualTo("Tue, Nov 24, 9:06 AM ET");
        assertThat(ReaderClock.zoneName(zone)).isEqualTo("Eastern");
    }
}
