package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderClockTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:30:00Z");
    private static final Instant NINE_SIX = Instant.parse("2026-11-24T14:06:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York     | Tue, Nov 24, 9:06 AM ET",
                "US/Eastern           | Tue, Nov 24, 9:06 AM ET",
                "America/Detroit      | Tue, Nov 24, 9:06 AM ET",
                "America/Indiana/Knox | Tue, Nov 24, 8:06 AM CT",
                "America/Chicago      | Tue, Nov 24, 8:06 AM CT",
                "America/Denver       | Tue, Nov 24, 7:06 AM MT",
                "America/Boise        | Tue, Nov 24, 7:06 AM MT",
                "America/Phoenix      | Tue, Nov 24, 7:06 AM MST",
                "America/Los_Angeles  | Tue, Nov 24, 6:06 AM PT",
                "America/Anchorage    | Tue, Nov 24, 5:06 AM AKT",
                "America/Adak         | Tue, Nov 24, 4:06 AM HAT",
                "Pacific/Honolulu     | Tue, Nov 24, 4:06 AM HST",
                "America/Puerto_Rico  | Tue, Nov 24, 10:06 AM AST",
                "Pacific/Guam         | Wed, Nov 25, 12:06 AM ChST",
                "Pacific/Pago_Pago    | Tue, Nov 24, 3:06 AM SST",
                "Europe/Berlin        | Tue, Nov 24, 3:06 PM Berlin time",
                "America/Toronto      | Tue, Nov 24, 9:06 AM Toronto time",
                "America/Sao_Paulo    | Tue, Nov 24, 11:06 AM Sao Paulo time",
                "America/Argentina/Buenos_Aires | Tue, Nov 24, 11:06 AM Buenos Aires time",
                "Asia/Kolkata         | Tue, Nov 24, 7:36 PM Kolkata time",
                "UTC                  | Tue, Nov 24, 2:06 PM UTC",
                "Etc/UTC              | Tue, Nov 24, 2:06 PM UTC",
                "Etc/GMT-3            | Tue, Nov 24, 5:06 PM UTC+3",
                "-05:00               | Tue, Nov 24, 9:06 AM UTC−5",
                "+05:30               | Tue, Nov 24, 7:36 PM UTC+5:30",
            })
    void r5_9_a_time_is_written_the_way_its_reader_writes_it(String zone, String written) {
        assertThat(new ReaderClock(ZoneId.of(zone), NOW).time(NINE_SIX)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T05:00:00Z | Tue, Nov 24, 12:00 AM ET",
                "2026-11-24T17:00:00Z | Tue, Nov 24, 12:00 PM ET",
                "2026-06-24T19:00:00Z | Wed, Jun 24, 3:00 PM ET",
            })
    void midnight_noon_and_daylight_saving_time_are_written_correctly(String at, String written) {
        assertThat(newYork().time(Instant.parse(at))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "America/New_York | 2026-11-01T04:59:00Z | Sun, Nov 1, 12:59 AM ET",
                "America/New_York | 2026-11-01T05:30:00Z | Sun, Nov 1, 1:30 AM EDT",
                "America/New_York | 2026-11-01T06:30:00Z | Sun, Nov 1, 1:30 AM EST",
                "America/New_York | 2026-11-01T07:00:00Z | Sun, Nov 1, 2:00 AM ET",
                "America/Anchorage | 2026-11-01T09:30:00Z | Sun, Nov 1, 1:30 AM AKDT",
                "America/Phoenix  | 2026-11-01T08:30:00Z | Sun, Nov 1, 1:30 AM MST",
                "Europe/Berlin    | 2026-10-25T00:30:00Z | Sun, Oct 25, 2:30 AM Berlin time (UTC+2)",
                "Europe/Berlin    | 2026-10-25T01:30:00Z | Sun, Oct 25, 2:30 AM Berlin time (UTC+1)",
            })
    void r5_9_a_time_in_a_repeated_hour_says_which_one_it_is(
            String zone, String at, String written) {
        assertThat(new ReaderClock(ZoneId.of(zone), NOW).time(Instant.parse(at)))
                .isEqualTo(written);
    }

    @Test
    void r5_9_a_date_in_another_year_includes_the_year() {
        assertThat(newYork().time(Instant.parse("2025-11-24T14:06:00Z")))
                .isEqualTo("Mon, Nov 24, 2025, 9:06 AM ET");
        assertThat(newYork().day(Instant.parse("2027-01-01T12:00:00Z")))
                .isEqualTo("Fri, Jan 1, 2027");
    }

    @Test
    void the_year_is_that_in_the_readers_zone() {
        Instant newYearInLondon = Instant.parse("2027-01-01T02:00:00Z");

        assertThat(newYork().time(newYearInLondon)).isEqualTo("Thu, Dec 31, 9:00 PM ET");
        assertThat(newYork().inUtc().time(newYearInLondon))
                .isEqualTo("Fri, Jan 1, 2027, 2:00 AM UTC");
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York,Eastern",
        "US/Central,Central",
        "America/Phoenix,Arizona",
        "America/Anchorage,Alaska",
        "Pacific/Honolulu,Hawaii",
        "Europe/Berlin,Berlin",
        "UTC,UTC"
    })
    void a_zone_has_a_name_for_choosing_it(String zone, String name) {
        assertThat(ReaderClock.zoneName(ZoneId.of(zone))).isEqualTo(name);
    }

    /// CLDR's short names. Zones without daylight saving time use their standard-time abbreviations
    /// instead: for Arizona, `MT` would be read as Denver's.
    @Test
    void every_us_zone_uses_the_abbreviation_from_cldr() {
        DateTimeFormatter generic = DateTimeFormatter.ofPattern("v", Locale.US);
        DateTimeFormatter specific = DateTimeFormatter.ofPattern("z", Locale.US);
        List<String> zones = usZones();
        assertThat(zones).hasSizeGreaterThan(50);
        for (String id : zones) {
            ZoneId zone = ZoneId.of(id);
            boolean changes = zone.getRules().nextTransition(NOW) != null;

            assertThat(ZoneName.suffix(NINE_SIX, zone))
                    .as(id)
                    .isEqualTo((changes ? generic : specific).format(NINE_SIX.atZone(zone)));
        }
    }

    /// All zones whose id begins with `US/`, and all others whose times are written without a city.
    private static List<String> usZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                .filter(id ->
                        id.startsWith("US/")
                                || !ZoneName.suffix(NINE_SIX, ZoneId.of(id)).endsWith(" time"))
                .toList();
    }

    private static ReaderClock newYork() {
        return new ReaderClock(ZoneId.of("America/New_York"), NOW);
    }
}
