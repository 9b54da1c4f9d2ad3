package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.RunWeeklyAudit.Outcome;
import app.prtosales.delivery.Refusals;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.InMemoryDirectoryStore;
import app.prtosales.inmemory.InMemoryHistory;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// R4.7: when a weekly email is overdue (a day after it was due, there is no leader to send it to,
/// or an email to a leader is still waiting), and which weeks a run handles.
class OverdueAuditTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r4_7_a_waiting_email_is_overdue_after_a_day() {
        company.mailbox.down(true);

        assertThat(runAt(TUESDAY).overdue()).isFalse();
        assertThat(runAt(TUESDAY.plusSeconds(1)).overdue()).isTrue();
    }

    @Test
    void r4_7_a_waiting_email_is_overdue_after_a_day_although_its_day_moves() {
        company.mailbox.down(true);
        assertThat(runAt(MONDAY).waiting()).isEqualTo(1);
        company.put(
                ListName.AGREEMENT,
                Samples.agreementRow()
                        .with("leadership", Company.CEO)
                        .with("auditDay", "saturday"));

        assertThat(runAt(TUESDAY).waiting()).isEqualTo(1);
        assertThat(runAt(TUESDAY.plusSeconds(1)).overdue()).isTrue();
    }

    @Test
    void r4_7_an_email_with_a_lost_answer_counts_as_waiting() {
        company.mailbox.silent(true);

        assertThat(runAt(MONDAY).waiting()).isEqualTo(1);
        assertThat(runAt(MONDAY.plusSeconds(60)).waiting()).isEqualTo(1);
    }

    @Test
    void r4_7_without_an_agreement_there_is_nobody_to_email_and_the_email_is_overdue_after_a_day() {
        Directory none = new Directory(new InMemoryDirectoryStore(new InMemoryHistory()));
        RunWeeklyAudit audit =
                new RunWeeklyAudit(
                        new ReportWeek(
                                company.placements,
                                company.stored,
                                company.audits,
                                none,
                                company::now),
                        company.audits,
                        none,
                        new SendOne(
                                company.ledger,
                                company.mailbox,
                                Refusals.LEFT_TO_THE_CALLER,
                                company::now),
                        mail -> {
                            throw new IllegalStateException("there is nobody to email");
                        },
                        company::now);
        Instant due = RunWeeklyAudit.mailedAt(WEEK_26, none.agreement());

        company.goTo(due.plus(Duration.ofDays(1)));
        assertThat(audit.run().overdue()).isFalse();
        company.advance(Duration.ofSeconds(1));
        assertThat(audit.run().overdue()).isTrue();
    }

    @Test
    void r4_7_a_sent_email_is_not_overdue_however_late_it_was() {
        Outcome outcome = runAt(TUESDAY.plusSeconds(1));

        assertThat(outcome.sent()).isEqualTo(1);
        assertThat(outcome.overdue()).isFalse();
        assertThat(runAt(TUESDAY.plusSeconds(2)).overdue()).isFalse();
    }

    @Test
    void nothing_is_overdue_if_no_week_is_due() {
        company.mailbox.down(true);

        Outcome outcome = company.runWeeklyAudit.run();

        assertThat(outcome.weeks()).isEmpty();
        assertThat(outcome.overdue()).isFalse();
    }

    @Test
    void a_new_installation_starts_with_the_latest_week() {
        Outcome outcome = runAt(MONDAY.plus(Duration.ofDays(21)));

        assertThat(outcome.weeks()).containsExactly(WEEK_26.next().next().next());
    }

    private Outcome runAt(Instant time) {
        company.goTo(time);
        return company.runWeeklyAudit.run();
    }
}
