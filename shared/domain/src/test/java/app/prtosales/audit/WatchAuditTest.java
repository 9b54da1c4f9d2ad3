package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// R4.7: if the weekly email is late, ops gets an email.
class WatchAuditTest {

    /// Monday at 8:00 in New York: when the weekly email is due.
    private static final Instant DUE = Instant.parse("2026-06-29T12:00:00Z");

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);

    private final Company company = company();

    /// A company whose agreement took effect before the weekly email was due.
    private static Company company() {
        Company company = new Company(DUE.minus(Duration.ofDays(5)));
        company.goTo(DUE);
        return company;
    }

    @Test
    void r4_7_ops_is_told_once_when_the_weekly_email_is_half_an_hour_late() {
        tickAt(Duration.ofMinutes(20));
        assertThat(company.toldOps()).isEmpty();

        tickAt(Duration.ofMinutes(30));
        tickAt(Duration.ofMinutes(40));

        assertThat(company.toldOps()).containsExactly("2026-W26");
    }

    @Test
    void r4_7_ops_is_not_told_if_the_email_went_out() {
        company.runWeeklyAudit.run();

        tickAt(Duration.ofMinutes(30));

        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void r4_7_an_email_not_accepted_by_the_mail_system_is_late_too() {
        company.mailbox.down(true);
        company.runWeeklyAudit.run();
        company.mailbox.down(false);

        tickAt(Duration.ofMinutes(30));

        assertThat(company.toldOps()).containsExactly("2026-W26");
    }

    @Test
    void r4_7_ops_is_told_about_an_unsent_email_although_its_day_moves() {
        company.mailbox.down(true);
        company.runWeeklyAudit.run();
        company.mailbox.down(false);
        mailedOn(DayOfWeek.SATURDAY, 8);
        tickAt(Duration.ofMinutes(29));
        assertThat(company.toldOps()).isEmpty();

        tickAt(Duration.ofMinutes(40));

        assertThat(company.toldOps()).containsExactly("2026-W26");
    }

    @Test
    void r4_7_ops_is_not_told_about_a_sent_email_whose_day_moves() {
        company.runWeeklyAudit.run();
        mailedOn(DayOfWeek.SATURDAY, 8);

        tickAt(Duration.ofMinutes(40));

        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void ops_is_not_emailed_if_the_weekly_email_went_out_in_the_meantime() {
        company.goTo(DUE.plus(Duration.ofMinutes(30)));
        company.watchAudit.tick();
        company.runWeeklyAudit.run();
        company.work();

        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void ops_is_not_emailed_after_a_day_because_an_alarm_has_gone_off() {
        tickAt(Duration.ofHours(24));

        assertThat(company.queue.errands).isEmpty();
        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void a_late_email_is_checked_once_every_ten_minutes() {
        company.goTo(DUE.plus(Duration.ofMinutes(30)));

        company.watchAudit.tick();
        company.watchAudit.tick();

        assertThat(company.queue.errands).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void r4_7_the_email_is_watched_for_a_day_on_each_audit_day(DayOfWeek day) {
        mailedOn(day, 23);
        Instant due = RunWeeklyAudit.mailedAt(WEEK_26, company.directory.agreement());

        company.goTo(due.plus(Duration.ofHours(24)).minusSeconds(60));
        assertThat(company.watchAudit.late(company.directory.agreement())).contains(WEEK_26);

        company.advance(Duration.ofSeconds(60));
        assertThat(company.watchAudit.late(company.directory.agreement())).isEmpty();
    }

    @Test
    void r4_7_ops_is_told_on_monday_about_the_email_that_was_due_on_sunday_night() {
        mailedOn(DayOfWeek.SUNDAY, 23);
        Instant due = RunWeeklyAudit.mailedAt(WEEK_26, company.directory.agreement());
        company.goTo(due.plus(Duration.ofHours(1)));

        company.watchAudit.tick();
        company.work();

        assertThat(company.toldOps()).containsExactly("2026-W26");
    }

    @Test
    void r4_7_before_sundays_email_is_due_the_previous_weeks_email_is_not_watched_again() {
        mailedOn(DayOfWeek.SUNDAY, 23);
        Instant due = RunWeeklyAudit.mailedAt(WEEK_26, company.directory.agreement());
        company.goTo(due.plus(Duration.ofDays(6)));

        assertThat(company.watchAudit.late(company.directory.agreement())).isEmpty();
    }

    /// The audit runs on the hour in UTC, so an email that is due at 8:00 goes out at 8:30 in
    /// Kolkata and at 8:45 in Kathmandu.
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham"})
    void r4_7_in_a_zone_not_whole_hours_from_utc_lateness_counts_from_the_next_hourly_run(
            String zone) {
        company.put(ListName.AGREEMENT, agreement().with("zone", zone));
        Agreement agreement = company.directory.agreement();
        Instant due = RunWeeklyAudit.mailedAt(WEEK_26, agreement);

        company.goTo(due.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(89)));
        assertThat(company.watchAudit.late(agreement)).isEmpty();

        company.advance(Duration.ofMinutes(1));
        assertThat(company.watchAudit.late(agreement)).contains(WEEK_26);
    }

    private void mailedOn(DayOfWeek day, int hour) {
        company.put(
                ListName.AGREEMENT,
                agreement()
                        .with("auditDay", day.name().toLowerCase(Locale.ROOT))
                        .with("auditHour", String.valueOf(hour)));
    }

    private Row agreement() {
        return company.replaceList.read(ListName.AGREEMENT).getFirst().with("version", "2");
    }

    private void tickAt(Duration after) {
        company.goTo(DUE.plus(after));
        company.watchAudit.tick();
        company.work();
    }
}
