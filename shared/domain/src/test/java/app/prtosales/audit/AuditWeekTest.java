package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AuditWeekTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void r4_5_a_week_begins_on_monday_in_the_agreements_zone() {
        Instant mondayInUtc = Instant.parse("2026-11-23T03:00:00Z");

        assertThat(AuditWeek.of(mondayInUtc, ZoneId.of("UTC"))).hasToString("2026-W48");
        assertThat(AuditWeek.of(mondayInUtc, NEW_YORK)).hasToString("2026-W47");
    }

    @Test
    void a_week_with_a_clock_change_is_an_hour_longer_or_shorter() {
        AuditWeek autumn = new AuditWeek(2026, 44);
        AuditWeek spring = new AuditWeek(2026, 10);

        assertThat(Duration.between(autumn.startsAt(NEW_YORK), autumn.endsAt(NEW_YORK)))
                .isEqualTo(Duration.ofHours(169));
        assertThat(Duration.between(spring.startsAt(NEW_YORK), spring.endsAt(NEW_YORK)))
                .isEqualTo(Duration.ofHours(167));
    }

    @Test
    void a_year_of_53_weeks_has_no_gaps() {
        AuditWeek last = new AuditWeek(2026, 53);

        assertThat(last.next()).isEqualTo(new AuditWeek(2027, 1));
        assertThat(last.next().previous()).isEqualTo(last);
        assertThatThrownBy(() -> new AuditWeek(2027, 53)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void only_a_weeks_name_is_read() {
        assertThat(AuditWeek.read("2026-W48")).contains(new AuditWeek(2026, 48));
        assertThat(AuditWeek.read("2000-W01")).contains(new AuditWeek(2000, 1));
        assertThat(AuditWeek.read("2026-W53")).contains(new AuditWeek(2026, 53));
        assertThat(AuditWeek.read("1999-W48")).isEmpty();
        assertThat(AuditWeek.read("2026-W00")).isEmpty();
        assertThat(AuditWeek.read("2026-48")).isEmpty();
        assertThat(AuditWeek.read("2027-W53")).isEmpty();
        assertThat(AuditWeek.read("../../x")).isEmpty();
    }

    @Test
    void weeks_sort_by_time() {
        assertThat(new AuditWeek(2026, 53))
                .isGreaterThan(new AuditWeek(2026, 1))
                .isLessThan(new AuditWeek(2027, 1))
                .isEqualByComparingTo(new AuditWeek(2026, 53));
    }

    @Test
    void a_quarter_is_a_week_and_the_twelve_before_it() {
        assertThat(ComputeWeek.windowStart(new AuditWeek(2026, 26), NEW_YORK))
                .isEqualTo(new AuditWeek(2026, 14).startsAt(NEW_YORK));
    }
}
