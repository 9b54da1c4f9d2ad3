package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchAuditTest {

    /// Monday at 8:00 in New York: when the weekly email is due.
    private static final Instant DUE = Instant.parse("2026-06-29T12:00:00Z");

    private final Company company = company();

    /// A company that existed before the week began.
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
    void ops_is_not_emailed_if_the_weekly_email_went_out_in_the_meantime() {
        company.goTo(DUE.plus(Duration.ofMinutes(30)));
        company.watchAudit.tick();
        company.runWeeklyAudit.run();
        company.work();

        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void after_a_day_the_deployments_alarm_takes_over() {
        tickAt(Duration.ofHours(24));

        assertThat(company.queue.errands).isEmpty();
        assertThat(company.toldOps()).isEmpty();
    }

    private void tickAt(Duration after) {
        company.goTo(DUE.plus(after));
        company.watchAudit.tick();
        company.work();
    }
}
