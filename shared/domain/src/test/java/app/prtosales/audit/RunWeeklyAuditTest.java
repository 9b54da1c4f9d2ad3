package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.InMemoryAudits;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunWeeklyAuditTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);

    /// Monday at 8:00 in New York, after the week of [Samples#WEDNESDAY].
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    /// The failed run triggers the alarm on the function's errors.
    @Test
    void r4_7_a_weekly_email_refused_by_ses_fails_one_run() {
        company.mailbox.refused.add(Company.CEO);
        company.goTo(MONDAY);

        assertThatThrownBy(company.runWeeklyAudit::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SES refused weekly emails");

        assertThat(company.runWeeklyAudit.run().sent()).isZero();
    }

    @Test
    void r4_3_a_week_without_placements_is_emailed_and_says_so() {
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();

        assertThat(company.mailbox.to(Company.CEO))
                .extracting(OutgoingMail::text)
                .containsExactly("No placements");
    }

    @Test
    void r4_3_a_new_installation_sends_no_email_that_was_due_before_it() {
        company.runWeeklyAudit.run();
        company.watchAudit.tick();
        company.work();
        company.runUntil(MONDAY.minusSeconds(1));
        company.runWeeklyAudit.run();

        assertThat(company.mailbox.mails).isEmpty();

        company.put(
                ListName.AGREEMENT,
                Company.row(
                        "version",
                        "2",
                        "date",
                        "2026-06-29",
                        "zone",
                        "America/New_York",
                        "leadership",
                        Company.CEO));
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();
        assertThat(company.mailbox.to(Company.CEO)).hasSize(1);
    }

    @Test
    void r4_3_an_installation_an_hour_before_the_weekly_email_sends_that_email() {
        Company begun = new Company(MONDAY.minus(Duration.ofHours(1)));
        begun.goTo(MONDAY);
        begun.runWeeklyAudit.run();

        assertThat(begun.mailbox.to(Company.CEO)).hasSize(1);
    }

    @Test
    void r4_3_nothing_is_emailed_before_the_agreed_hour_and_nothing_twice_after_it() {
        company.goTo(MONDAY.minusMillis(1));
        company.runWeeklyAudit.run();
        assertThat(company.audits.find(WEEK_26)).isEmpty();
        int before = company.mailbox.mails.size();

        company.goTo(MONDAY);
        for (int i = 0; i < 24; i++) {
            company.runWeeklyAudit.run();
            company.advance(Duration.ofHours(1));
        }

        assertThat(company.mailbox.mails).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Sydney"})
    void r4_3_each_week_of_a_year_causes_one_email_across_all_clock_changes(String zone) {
        ZoneId agreed = ZoneId.of(zone);
        Company company = new Company(new AuditWeek(2026, 1).startsAt(agreed));
        company.put(
                ListName.AGREEMENT,
                Company.row(
                        "version",
                        "2",
                        "date",
                        "2026-01-05",
                        "zone",
                        zone,
                        "leadership",
                        Company.CEO,
                        "auditDay",
                        "monday",
                        "auditHour",
                        "2"));
        Instant time = new AuditWeek(2026, 1).startsAt(agreed);
        Instant end = new AuditWeek(2027, 1).startsAt(agreed).minus(Duration.ofDays(2));
        while (time.isBefore(end)) {
            company.goTo(time);
            company.runWeeklyAudit.run();
            time = time.plus(Duration.ofHours(1));
        }

        assertThat(company.mailbox.to(Company.CEO))
                .as("one for each of the 53 Mondays")
                .hasSize(53)
                .extracting(OutgoingMail::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void r4_2_leaking_placements_come_first() {
        company.reps(1);
        Placement wired = wired();
        Placement leaking = company.distribute(Samples.submission(Samples.numbered(2)));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();

        WeeklyReport week = company.audits.find(WEEK_26).orElseThrow();
        assertThat(week.judged())
                .extracting(PlacementAnswers::id)
                .containsExactly(leaking.id(), wired.id());
        assertThat(week.leaking()).isEqualTo(1);
        assertThat(week.fullyWired()).isEqualTo(1);
    }

    @Test
    void r4_5_a_story_from_sunday_evening_is_pending_on_monday_and_judged_a_week_later() {
        company.reps(1);
        company.goTo(Instant.parse("2026-06-29T00:30:00Z"));
        PlacementId id = company.distribute(published("2026-06-28T20:00")).id();
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();

        WeeklyReport first = company.audits.find(WEEK_26).orElseThrow();
        assertThat(first.judged()).isEmpty();
        assertThat(first.pending())
                .singleElement()
                .satisfies(p -> assertThat(p.reachedIn24h().answer()).isEqualTo(Answer.PENDING));

        company.runUntil(MONDAY.plus(Duration.ofDays(7)));
        company.runWeeklyAudit.run();
        assertThat(company.audits.find(WEEK_26.next()).orElseThrow().judged())
                .extracting(PlacementAnswers::id)
                .containsExactly(id);
    }

    @Test
    void r4_5_a_story_whose_24_hours_ended_between_the_week_and_its_email_is_pending() {
        company.reps(1);
        company.goTo(Instant.parse("2026-06-28T10:00:00Z"));
        company.distribute(published("2026-06-28T05:00"));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();

        WeeklyReport first = company.audits.find(WEEK_26).orElseThrow();
        assertThat(first.pending())
                .singleElement()
                .satisfies(pending -> {
                    assertThat(pending.reachedIn24h().answer()).isEqualTo(Answer.PENDING);
                    assertThat(pending.leaking()).isFalse();
                });
        assertThat(company.reportWeek.report(WEEK_26.next()).now().judged())
                .extracting(judged -> judged.reachedIn24h().answer())
                .containsExactly(Answer.NO);
    }

    @Test
    void r4_5_a_placement_added_after_its_week_was_emailed_is_a_late_addition_in_the_next_email() {
        company.reps(1);
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();
        company.advance(Duration.ofHours(3));
        PlacementId late = company.distribute(Samples.submission()).id();
        company.runUntil(MONDAY.plus(Duration.ofDays(7)));
        company.runWeeklyAudit.run();

        WeeklyReport next = company.audits.find(WEEK_26.next()).orElseThrow();
        assertThat(next.late()).extracting(PlacementAnswers::id).containsExactly(late);
        assertThat(next.judged()).isEmpty();
    }

    @Test
    void a_missed_week_is_emailed_later() {
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();
        company.goTo(MONDAY.plus(Duration.ofDays(14)));
        company.runWeeklyAudit.run();

        assertThat(company.mailbox.to(Company.CEO)).hasSize(3);
    }

    @Test
    void an_email_that_was_not_accepted_goes_out_an_hour_later() {
        company.mailbox.down(true);
        company.goTo(MONDAY);
        assertThat(company.runWeeklyAudit.run().waiting()).isEqualTo(1);

        company.mailbox.down(false);
        company.advance(Duration.ofHours(1));

        assertThat(company.runWeeklyAudit.run().sent()).isEqualTo(1);
    }

    @Test
    void an_email_for_a_missed_week_is_tried_again_too() {
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();
        company.mailbox.down(true);
        company.goTo(MONDAY.plus(Duration.ofDays(14)));
        company.runWeeklyAudit.run();
        company.mailbox.down(false);
        company.advance(Duration.ofHours(1));
        company.runWeeklyAudit.run();

        assertThat(company.mailbox.to(Company.CEO)).hasSize(3);
    }

    @Test
    void the_hourly_runs_of_a_quiet_week_read_no_whole_week_and_check_once_which_are_frozen() {
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();
        company.goTo(MONDAY.plus(Duration.ofDays(7)));
        company.runWeeklyAudit.run();
        InMemoryAudits audits = (InMemoryAudits) company.audits;
        int whole = audits.wholeWeeksRead();
        int existence = audits.existenceReads();

        for (int hour = 1; hour < 168; hour++) {
            company.advance(Duration.ofHours(1));
            company.runWeeklyAudit.run();
        }

        assertThat(audits.wholeWeeksRead()).isEqualTo(whole);
        assertThat(audits.existenceReads() - existence).as("frozen weeks stay frozen").isEqualTo(1);
    }

    @Test
    void r4_1_questions_2_and_3_are_answered_no_in_review_while_amber() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        PlacementAnswers audit = company.showPlacement.show(company.find(id)).audit();

        assertThat(audit.reachedIn24h().answer()).isEqualTo(Answer.PENDING);
        assertThat(audit.inActiveSequence()).isEqualTo(new Finding(Answer.NO, "in review", null));
        assertThat(audit.referencedInDeal()).isEqualTo(new Finding(Answer.NO, "in review", null));
        assertThat(audit.leaking()).isFalse();
    }

    @Test
    void r2_4_pausing_a_sequence_turns_the_answer_back_to_no() {
        company.reps(1);
        Placement wired = wired();
        assertThat(second(wired)).isEqualTo(Answer.YES);

        company.pauseTheCfoSequence();

        assertThat(second(wired)).isEqualTo(Answer.NO);
    }

    private Answer second(Placement placement) {
        return company.showPlacement.show(placement).audit().inActiveSequence().answer();
    }

    /// Reached, in a sequence, and used in a deal at a target account.
    private Placement wired() {
        Placement placement = company.distribute(green());
        company.deliverAll(placement.id());
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), "cfo"),
                Map.of("stage", "awareness"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, placement.id(), "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        return placement;
    }

    private static Submission green() {
        return changed("2026-06-24T09:00", "green");
    }

    private static Submission published(String at) {
        return changed(at, "amber");
    }

    private static Submission changed(String publishedAt, String forwardability) {
        return new SubmissionBuilder(Samples.submission())
                .publishedAt(publishedAt)
                .personas(List.of())
                .forwardability(forwardability)
                .backfill(false)
                .build();
    }
}
