package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R4.5: each late addition is in exactly one email, even if emails were missed or the agreement
/// moves their day.
class MissedEmailsTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @BeforeEach
    void aRep() {
        company.reps(1);
    }

    @Test
    void r4_5_what_came_before_a_missed_first_email_is_in_the_first_that_goes_out() {
        PlacementId onTheFirstDay = distributed("2026-06-20T09:00", 1);
        PlacementId inTheMissedWeek = distributed("2026-06-24T09:00", 2);
        mailed(WEEK_26.next());
        mailed(WEEK_26.next().next());

        assertThat(company.audits.find(WEEK_26)).isEmpty();
        assertThat(mail(WEEK_26.next()).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(onTheFirstDay, inTheMissedWeek);
        assertThat(mail(WEEK_26.next().next()).late()).isEmpty();
    }

    @Test
    void r4_5_what_came_in_missed_weeks_that_get_no_email_is_in_the_next_one() {
        PlacementId beforeTheGap = distributed("2026-06-20T09:00", 2);
        mailed(WEEK_26);
        assertThat(mail(WEEK_26).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(beforeTheGap);
        AuditWeek afterTheGap = weeksAfter(WEEK_26, 10);
        company.goTo(dueAt(weeksAfter(WEEK_26, 8)));
        PlacementId inTheGap = distributed("2026-08-12T09:00", 1);
        mailed(afterTheGap);
        mailed(afterTheGap.next());

        assertThat(company.audits.find(afterTheGap.previous())).isEmpty();
        assertThat(mail(afterTheGap).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(inTheGap);
        assertThat(report(afterTheGap).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(inTheGap);
        assertThat(mail(afterTheGap.next()).late()).isEmpty();
    }

    /// It is pending in the last email before the gap, and the week of its deadline gets no email.
    @Test
    void r4_5_a_story_that_was_pending_before_a_gap_is_in_the_first_email_after_it() {
        company.runUntil(Instant.parse("2026-06-29T01:00:00Z"));
        PlacementId onSunday = distributed("2026-06-28T20:00", 1);
        mailed(WEEK_26);
        assertThat(mail(WEEK_26).pending())
                .extracting(PlacementAnswers::id)
                .containsExactly(onSunday);
        AuditWeek afterTheGap = weeksAfter(WEEK_26, 10);
        mailed(afterTheGap);

        assertThat(company.audits.find(WEEK_26.next())).isEmpty();
        assertThat(mail(afterTheGap).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(onSunday);
    }

    @Test
    void r4_5_before_the_first_email_the_week_after_it_has_no_late_additions() {
        distributed("2026-06-24T09:00", 1);
        company.runUntil(dueAt(WEEK_26).minusSeconds(1));

        assertThat(report(WEEK_26.next()).late()).isEmpty();
    }

    @Test
    void r4_5_no_email_is_about_a_week_before_an_emailed_one_if_the_audit_day_moves() {
        PlacementId onTheFirstDay = distributed("2026-06-20T09:00", 1);
        distributed("2026-06-13T09:00", 2);
        mailed(WEEK_26);
        auditDay("friday");
        company.advance(Duration.ofHours(1));

        assertThat(company.runWeeklyAudit.run().sent()).isZero();
        assertThat(company.audits.find(WEEK_26.previous())).isEmpty();
        assertThat(mail(WEEK_26).late())
                .extracting(PlacementAnswers::id)
                .hasSize(2)
                .contains(onTheFirstDay);
        assertThat(report(WEEK_26).late())
                .extracting(PlacementAnswers::id)
                .containsExactlyElementsOf(
                        mail(WEEK_26).late().stream().map(PlacementAnswers::id).toList());

        mailed(WEEK_26.next());

        assertThat(mail(WEEK_26.next()).late()).isEmpty();
    }

    /// The first agreement is from a Wednesday, so with the new day, no email about the first
    /// emailed week would have been due.
    @Test
    void r4_3_a_missed_week_is_emailed_although_the_day_has_moved_to_before_the_first_agreement() {
        auditDay("friday");
        mailed(WEEK_26.previous());
        assertThat(company.audits.find(WEEK_26.previous())).isPresent();
        PlacementId lateAddition = distributed("2026-06-20T09:00", 1);
        auditDay("monday");
        company.goTo(dueAt(WEEK_26.next()));
        company.runWeeklyAudit.run();

        assertThat(mail(WEEK_26).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(lateAddition);
        assertThat(mail(WEEK_26.next()).late()).isEmpty();
    }

    @Test
    void r4_3_an_unsent_first_email_is_tried_again_although_the_day_moves() {
        Company later = new Company(Instant.parse("2026-06-28T15:00:00Z"));
        later.put(ListName.AGREEMENT, agreement("monday"));
        later.mailbox.down(true);
        later.runUntil(RunWeeklyAudit.mailedAt(WEEK_26, later.directory.agreement()));
        assertThat(later.runWeeklyAudit.run().waiting()).isEqualTo(1);
        later.put(ListName.AGREEMENT, agreement("saturday"));
        later.mailbox.down(false);
        later.advance(Duration.ofHours(1));

        assertThat(later.runWeeklyAudit.run().sent()).isEqualTo(1);
    }

    /// The runs before remember which weeks were frozen.
    @Test
    void r4_3_an_unsent_later_email_is_tried_again_although_the_day_moves() {
        auditDay("monday");
        mailed(WEEK_26);
        company.advance(Duration.ofHours(1));
        company.runWeeklyAudit.run();
        company.runUntil(dueAt(WEEK_26.next()));
        company.mailbox.down(true);
        assertThat(company.runWeeklyAudit.run().waiting()).isEqualTo(1);
        auditDay("saturday");
        company.mailbox.down(false);
        int sent = 0;
        for (int hour = 0; hour < 24 * 6; hour++) {
            company.advance(Duration.ofHours(1));
            sent += company.runWeeklyAudit.run().sent();
        }

        assertThat(sent).isEqualTo(1);
    }

    private static AuditWeek weeksAfter(AuditWeek week, int weeks) {
        AuditWeek later = week;
        for (int i = 0; i < weeks; i++) {
            later = later.next();
        }
        return later;
    }

    private void auditDay(String day) {
        company.put(ListName.AGREEMENT, agreement(day));
    }

    private static Row agreement(String day) {
        return Samples.agreementRow().with("leadership", Company.CEO).with("auditDay", day);
    }

    private PlacementId distributed(String publishedAt, int number) {
        return company.distribute(
                        new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                                .publishedAt(publishedAt)
                                .build())
                .id();
    }

    private Instant dueAt(AuditWeek week) {
        return RunWeeklyAudit.mailedAt(week, company.directory.agreement());
    }

    private void mailed(AuditWeek week) {
        company.runUntil(dueAt(week));
        company.runWeeklyAudit.run();
    }

    private WeeklyReport report(AuditWeek week) {
        return company.reportWeek.report(week).now();
    }

    private WeeklyReport mail(AuditWeek week) {
        return company.audits.find(week).orElseThrow();
    }
}
