package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.audit.ReportWeek.TrendWeek;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// R4.5, R4.6: which placements a week, its quarter and its email include, and in which order.
class ReportWeekTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    private final Ports ports = new Ports();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), ports);

    @Test
    void the_latest_week_is_the_one_before_the_current_week() {
        assertThat(company.reportWeek.current()).isEqualTo(WEEK_26);
        assertThat(company.reportWeek.latest()).isEqualTo(new AuditWeek(2026, 25));
    }

    @Test
    void a_trend_has_twelve_weeks_with_the_totals_of_the_emailed_ones() {
        company.goTo(MONDAY);
        company.runWeeklyAudit.run();

        List<TrendWeek> trend = company.reportWeek.trend(WEEK_26.next());

        assertThat(trend)
                .extracting(TrendWeek::week)
                .containsExactlyElementsOf(
                        Stream.iterate(new AuditWeek(2026, 16), AuditWeek::next)
                                .limit(12)
                                .toList());
        assertThat(trend.get(10).totals()).isEqualTo(mail(WEEK_26).totals());
        assertThat(trend).filteredOn(each -> each.totals() == null).hasSize(11);
    }

    @Test
    void a_placement_judged_in_a_week_is_not_pending_in_it() {
        distributed("2026-06-24T09:00", 1);
        company.runUntil(MONDAY);

        assertThat(report(WEEK_26).judged()).hasSize(1);
        assertThat(report(WEEK_26).pending()).isEmpty();
    }

    @Test
    void r1_13_a_placement_under_embargo_or_withdrawn_is_not_in_the_report() {
        PlacementId withdrawn = accepted("2026-06-25T09:00", 1);
        accepted("2026-06-28T09:00", 2);
        company.changePlacement.withdraw(withdrawn, "not ours", Company.PR);

        assertThat(report(WEEK_26).isEmpty()).isTrue();

        company.goTo(Instant.parse("2026-06-28T13:00:00Z"));
        assertThat(report(WEEK_26).judged()).isEmpty();
        assertThat(report(WEEK_26).pending()).hasSize(1);
    }

    @Test
    void r4_2_leaking_placements_come_first_sorted_by_deadline_and_id() {
        PlacementId wired = wired("2026-06-23T09:00", 1);
        List<PlacementId> leaking =
                Stream.of(2, 3, 4)
                        .map(number -> distributed("2026-06-24T09:00", number))
                        .sorted(Comparator.comparing(PlacementId::value))
                        .toList();
        PlacementId earlier = distributed("2026-06-24T08:00", 5);
        company.runUntil(MONDAY);

        assertThat(report(WEEK_26).judged())
                .extracting(PlacementAnswers::id)
                .containsExactly(earlier, leaking.get(0), leaking.get(1), leaking.get(2), wired);
    }

    @Test
    void placements_with_one_deadline_are_sorted_by_id_in_any_order_of_reads() {
        List<PlacementId> ids =
                Stream.of(1, 2, 3)
                        .map(number -> distributed("2026-06-24T09:00", number))
                        .sorted(Comparator.comparing(PlacementId::value))
                        .toList();
        company.runUntil(MONDAY);
        ports.answer(
                "Placements.withDeadlineIn",
                company.placements.withDeadlineIn(Samples.WEDNESDAY, MONDAY).reversed());

        assertThat(report(WEEK_26).judged())
                .extracting(PlacementAnswers::id)
                .containsExactlyElementsOf(ids);
        assertThat(company.reportWeek.quarter(WEEK_26).judged())
                .extracting(PlacementAnswers::id)
                .containsExactlyElementsOf(ids);
    }

    @Test
    void r4_5_a_placement_accepted_at_the_instant_of_the_email_is_in_it_and_not_late_in_the_next() {
        company.reps(1);
        company.goTo(MONDAY);
        distributed("2026-06-24T09:00", 1);
        company.runWeeklyAudit.run();
        assertThat(mail(WEEK_26).judged()).hasSize(1);

        mailed(WEEK_26.next());

        assertThat(mail(WEEK_26.next()).late()).isEmpty();
    }

    @Test
    void r4_5_a_placement_from_before_the_first_email_is_a_late_addition_of_the_next() {
        company.reps(1);
        PlacementId onTheFirstDay = distributed("2026-06-20T09:00", 1);
        mailed(WEEK_26);
        company.advance(Duration.ofDays(1));
        PlacementId inTheNextWeek = distributed("2026-06-10T09:00", 2);
        mailed(WEEK_26.next());
        mailed(WEEK_26.next().next());

        assertThat(mail(WEEK_26).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(onTheFirstDay);
        assertThat(mail(WEEK_26.next()).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(inTheNextWeek);
        assertThat(mail(WEEK_26.next().next()).late()).isEmpty();
    }

    @Test
    void a_placement_from_before_the_first_email_is_late_even_if_the_agreement_changes_meanwhile() {
        mailed(WEEK_26);
        mailed(WEEK_26.next());
        company.put(
                ListName.AGREEMENT,
                Samples.agreementRow().with("zone", "Europe/London").with("auditDay", "friday"));
        company.advance(Duration.ofDays(1));
        PlacementId onItsLastDay = distributed("2026-06-20T23:00", 1);
        PlacementId inTheMiddle = distributed("2026-06-16T09:00", 2);
        mailed(WEEK_26.next().next());

        assertThat(mail(WEEK_26.next().next()).late())
                .extracting(PlacementAnswers::id)
                .containsExactlyInAnyOrder(onItsLastDay, inTheMiddle);
    }

    @Test
    void a_week_from_before_the_first_email_has_no_late_additions() {
        distributed("2026-06-10T09:00", 1);
        company.advance(Duration.ofDays(1));

        assertThat(report(new AuditWeek(2026, 25)).late()).isEmpty();
    }

    @Test
    void r4_8_imports_from_before_the_first_email_are_no_late_additions() {
        past("2026-06-17T09:00", 1);
        mailed(WEEK_26);
        past("2026-06-18T09:00", 2);
        mailed(WEEK_26.next());

        assertThat(mail(WEEK_26).late()).isEmpty();
        assertThat(mail(WEEK_26.next()).late()).isEmpty();
    }

    @Test
    void a_placement_of_a_missed_email_is_not_late_while_that_email_can_still_go_out() {
        company.reps(1);
        mailed(WEEK_26);
        distributed("2026-06-29T09:00", 1);
        AuditWeek next = WEEK_26.next().next();
        company.goTo(RunWeeklyAudit.mailedAt(next, company.directory.agreement()));

        assertThat(
                        company.reportWeek
                                .toBeMailed(next, company.directory.agreement(), company.now())
                                .late())
                .isEmpty();
    }

    @Test
    void r4_5_a_placement_moved_into_a_later_week_is_not_a_late_addition() {
        company.reps(1);
        company.goTo(Instant.parse("2026-06-22T12:00:00Z"));
        company.audits.freeze(company.reportWeek.report(new AuditWeek(2026, 25)).now());
        company.advance(Duration.ofDays(3));
        PlacementId id = distributed("2026-06-24T09:00", 1);
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        mailed(WEEK_26.next());

        company.changePlacement.move(
                id, "2026-06-28T15:00", "America/New_York", "it was Sunday", Company.PR);

        assertThat(report(WEEK_26).late()).isEmpty();
    }

    @Test
    void r4_6_an_email_reports_changes_in_the_previous_four_weeks_and_no_further_back() {
        PlacementId id = wired("2026-06-24T09:00", 1);
        AuditWeek fourth = WEEK_26.next().next().next().next();
        for (AuditWeek week = WEEK_26; week.compareTo(fourth) < 0; week = week.next()) {
            mailed(week);
        }
        company.pauseTheCfoSequence();
        mailed(fourth);

        assertThat(mail(fourth).restated())
                .extracting(Restatement::week, Restatement::figure)
                .containsExactly(tuple(WEEK_26, Restatement.Figure.IN_ACTIVE_SEQUENCE));

        company.changePlacement.exempt(
                id, "referencedInDeal", "not about a product", "Sample Owner", Company.PR);
        mailed(fourth.next());

        assertThat(mail(fourth.next()).restated()).isEmpty();
    }

    @Test
    void r4_6_an_undone_exemption_restates_the_week_that_was_emailed() {
        PlacementId id = distributed("2026-06-24T09:00", 1);
        company.changePlacement.exempt(
                id, "referencedInDeal", "not about a product", "Sample Owner", Company.PR);
        mailed(WEEK_26);

        company.changePlacement.undoExemption(id, "referencedInDeal", "a slip", null, Company.PR);
        mailed(WEEK_26.next());

        assertThat(mail(WEEK_26.next()).restated())
                .extracting(Restatement::week, Restatement::figure)
                .containsExactly(tuple(WEEK_26, Restatement.Figure.REFERENCED_IN_DEAL));
        assertThat(mail(WEEK_26.next()).restated().getFirst().why().getFirst().change())
                .startsWith("exempt → no");
    }

    @Test
    void r4_8_a_quarter_is_reported_like_one_week_with_leaks_first_and_unused_placements_next() {
        PlacementId wired = wired("2026-06-22T09:00", 1);
        PlacementId unused = past("2026-06-22T10:00", 2);
        PlacementId older = distributed("2026-06-23T08:00", 3);
        List<PlacementId> leaking =
                Stream.of(4, 5, 6)
                        .map(number -> distributed("2026-06-23T09:00", number))
                        .sorted(Comparator.comparing(PlacementId::value))
                        .toList();
        PlacementId pending = distributed("2026-06-24T09:00", 7);
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofHours(24)).minusSeconds(1));

        WeeklyReport quarter = company.reportWeek.quarter(WEEK_26);

        assertThat(quarter.judged())
                .extracting(PlacementAnswers::id)
                .containsExactly(
                        older, leaking.get(0), leaking.get(1), leaking.get(2), unused, wired);
        assertThat(quarter.pending()).extracting(PlacementAnswers::id).containsExactly(pending);

        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofHours(24)));
        assertThat(company.reportWeek.quarter(WEEK_26).pending()).isEmpty();
        assertThat(company.reportWeek.quarter(WEEK_26).judged()).hasSize(7);
    }

    /// A large file takes a while to store, and each story is accepted as of its start.
    @Test
    void r4_5_a_story_that_is_stored_while_its_weeks_email_goes_out_is_a_late_addition() {
        mailed(WEEK_26.previous());
        company.goTo(MONDAY.minusSeconds(5));
        ports.before(
                "Placements.add",
                call -> {
                    company.goTo(MONDAY);
                    company.runWeeklyAudit.run();
                });
        PlacementId stored = past("2026-06-24T09:00", 1);
        assertThat(mail(WEEK_26).judged()).isEmpty();
        mailed(WEEK_26.next());

        assertThat(mail(WEEK_26.next()).late())
                .extracting(PlacementAnswers::id)
                .containsExactly(stored);
    }

    @Test
    void r4_5_what_is_accepted_just_before_an_email_is_a_late_addition_of_that_one_only() {
        mailed(WEEK_26);
        company.goTo(MONDAY.plus(Duration.ofDays(7)).minus(Duration.ofMinutes(5)));
        PlacementId added = past("2026-06-24T09:00", 1);
        AuditWeek next = WEEK_26.next();
        mailed(next);
        mailed(next.next());

        assertThat(mail(next).late()).extracting(PlacementAnswers::id).containsExactly(added);
        assertThat(mail(next.next()).late()).isEmpty();
    }

    /// Reached, in a sequence, and used in a deal at a target account.
    private PlacementId wired(String publishedAt, int number) {
        PlacementId id = distributed(publishedAt, number);
        company.deliver(
                Company.ping(id, "rep-001"), company.find(id).publication().at().plusSeconds(9));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "awareness"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        return id;
    }

    private PlacementId distributed(String publishedAt, int number) {
        company.reps(1);
        return company.distribute(green(publishedAt, number).build()).id();
    }

    private PlacementId accepted(String publishedAt, int number) {
        return accepted(green(publishedAt, number).build());
    }

    private PlacementId past(String publishedAt, int number) {
        return accepted(green(publishedAt, number).backfill(true).build());
    }

    private PlacementId accepted(Submission submission) {
        return ((SubmitOutcome.Accepted) company.submit(submission)).placement().id();
    }

    private static SubmissionBuilder green(String publishedAt, int number) {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                .publishedAt(publishedAt)
                .forwardability("green");
    }

    private void mailed(AuditWeek week) {
        company.runUntil(RunWeeklyAudit.mailedAt(week, company.directory.agreement()));
        company.runWeeklyAudit.run();
    }

    private WeeklyReport report(AuditWeek week) {
        return company.reportWeek.report(week).now();
    }

    private WeeklyReport mail(AuditWeek week) {
        return company.audits.find(week).orElseThrow();
    }
}
