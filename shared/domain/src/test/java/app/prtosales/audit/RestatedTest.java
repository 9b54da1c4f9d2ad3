package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R4.6: emailed figures stay as they were, with any later values shown next to them.
class RestatedTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    private static final Map<String, String> IN_A_PROPOSAL =
            Map.of("account", "account-1", "how", "in-a-proposal");

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void before_its_email_a_week_shows_the_figures_so_far() {
        company.reps(1);
        company.distribute(green(1));

        ReportWeek.Report report = company.reportWeek.report(WEEK_26);

        assertThat(report.sent()).isNull();
        assertThat(report.now().judged()).hasSize(1);
        assertThat(company.audits.frozenAt(WEEK_26)).isEmpty();
    }

    @Test
    void r4_6_a_late_delivery_event_restates_the_week_and_the_next_email_reports_it_once() {
        company.reps(1);
        Placement placement = company.distribute(green(1));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        company.goTo(MONDAY.plus(Duration.ofHours(3)));
        company.deliver(
                Company.ping(placement.id(), "rep-001"),
                placement.publication().at().plusSeconds(7_200));

        ReportWeek.Report report = company.reportWeek.report(WEEK_26);
        assertThat(report.shown().totals().reached()).isEqualTo(new Count(0, 1));
        assertThat(report.restated())
                .singleElement()
                .satisfies(restated -> {
                    assertThat(restated.figure()).isEqualTo(Restatement.Figure.REACHED_IN_24H);
                    assertThat(restated.from()).hasToString("0 of 1");
                    assertThat(restated.to()).hasToString("1 of 1");
                    assertThat(restated.at()).isEqualTo(MONDAY.plus(Duration.ofHours(3)));
                });

        mailed(WEEK_26.next());
        mailed(WEEK_26.next().next());
        assertThat(frozen(WEEK_26.next()).restated()).isEqualTo(report.restated());
        assertThat(frozen(WEEK_26.next().next()).restated()).isEmpty();
        assertThat(frozen(WEEK_26).totals().reached()).isEqualTo(new Count(0, 1));
    }

    @Test
    void r2_4_a_sequence_paused_after_the_email_restates_its_question() {
        company.reps(1);
        Placement placement = company.distribute(green(1));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), "cfo"),
                Map.of("stage", "awareness"));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        company.pauseTheCfoSequence();

        assertThat(company.reportWeek.report(WEEK_26).restated())
                .singleElement()
                .satisfies(restated -> {
                    assertThat(restated.figure()).isEqualTo(Restatement.Figure.IN_ACTIVE_SEQUENCE);
                    assertThat(restated.from()).hasToString("1 of 1");
                    assertThat(restated.to()).hasToString("0 of 1");
                });
    }

    @Test
    void r4_6_a_use_undone_after_the_email_restates_its_question() {
        company.reps(1);
        Placement placement = company.distribute(green(1));
        company.runUntil(MONDAY.minus(Duration.ofHours(12)));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, placement.id(), "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        String key = RecordResponse.keyOf(company.thatCount(placement.id()).getFirst());
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, placement.id(), "rep-001"), Map.of("undo", key));

        List<Restatement> restated = company.reportWeek.report(WEEK_26).restated();
        assertThat(restated)
                .extracting(Restatement::figure)
                .containsExactly(
                        Restatement.Figure.REFERENCED_IN_DEAL, Restatement.Figure.DEALS_TOUCHED);
        assertThat(restated.getFirst().from()).hasToString("1 of 1");
        assertThat(restated.getFirst().to()).hasToString("0 of 1");
        Restatement deals = restated.getLast();
        assertThat(deals.figure().said(deals.from())).isEqualTo("1");
        assertThat(deals.figure().said(deals.to())).isEqualTo("0");
        assertThat(deals.why())
                .singleElement()
                .satisfies(why -> assertThat(why.change()).endsWith("removed"));

        mailed(WEEK_26.next());
        mailed(WEEK_26.next().next());
        assertThat(frozen(WEEK_26.next()).restated())
                .extracting(Restatement::figure)
                .contains(Restatement.Figure.DEALS_TOUCHED);
        assertThat(frozen(WEEK_26.next().next()).restated()).isEmpty();
        assertThat(frozen(WEEK_26).inPlay().deals()).isEqualTo(1);
    }

    @Test
    void r4_6_each_correction_names_what_changed_since_the_one_before_it() {
        company.reps(1);
        Placement one = company.distribute(green(1));
        Placement two = company.distribute(green(2));
        company.runUntil(MONDAY.minus(Duration.ofHours(12)));
        reference(one, IN_A_PROPOSAL);
        mailed(WEEK_26);
        String key = RecordResponse.keyOf(company.thatCount(one.id()).getFirst());
        reference(one, Map.of("undo", key));
        mailed(WEEK_26.next());
        company.advance(Duration.ofHours(30));
        reference(two, IN_A_PROPOSAL);
        Instant second = company.now();
        mailed(WEEK_26.next().next());
        company.advance(Duration.ofHours(30));
        reference(one, IN_A_PROPOSAL);
        Instant third = company.now();
        mailed(WEEK_26.next().next().next());

        Restatement gone = frozen(WEEK_26.next()).restated().getFirst();
        Restatement used = frozen(WEEK_26.next().next()).restated().getFirst();
        Restatement back = frozen(WEEK_26.next().next().next()).restated().getFirst();
        assertThat(List.of(gone, used, back))
                .extracting(Restatement::figure)
                .containsOnly(Restatement.Figure.REFERENCED_IN_DEAL);
        assertThat(stories(gone)).containsExactly(one.id());
        assertThat(stories(used)).containsExactly(two.id());
        assertThat(used.at()).isEqualTo(second);
        assertThat(stories(back)).containsExactly(one.id());
        assertThat(back.at()).isEqualTo(third);
    }

    private static List<PlacementId> stories(Restatement restated) {
        return restated.why().stream().map(Restatement.Change::placement).toList();
    }

    private void reference(Placement placement, Map<String, String> form) {
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, placement.id(), "rep-001"), form);
    }

    @Test
    void r4_6_a_champion_named_in_a_later_week_leaves_the_deal_in_its_week() {
        company.reps(1);
        Placement placement = company.distribute(green(1));
        company.runUntil(MONDAY.minus(Duration.ofHours(12)));
        used(placement, "Dana Whitfield");
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        used(placement, "Omar Reyes");

        ReportWeek.Report report = company.reportWeek.report(WEEK_26);

        assertThat(report.restated()).isEmpty();
        assertThat(report.now().inPlay().deals()).isEqualTo(1);
        assertThat(company.reportWeek.report(WEEK_26.next()).now().inPlay().deals()).isZero();
        assertThat(report.now().judged().getFirst().referencedInDeal().at())
                .isEqualTo(MONDAY.minus(Duration.ofHours(12)));
    }

    @Test
    void r4_1_a_yes_is_dated_by_the_first_use_whoever_recorded_it() {
        company.reps(2);
        Placement placement = company.distribute(green(1));
        Instant first = company.now();
        for (String rep : List.of("rep-002", "rep-001")) {
            company.recordResponse.record(
                    company.token(Purpose.REFERENCE, placement.id(), rep),
                    Map.of(
                            "account",
                            "other",
                            "accountName",
                            "Sample Hospital 1",
                            "how",
                            "in-a-proposal"));
            company.advance(Duration.ofHours(1));
        }
        company.runUntil(MONDAY);

        Finding used =
                company.reportWeek.report(WEEK_26).now().judged().getFirst().referencedInDeal();
        assertThat(used.answer()).isEqualTo(Answer.YES);
        assertThat(used.at()).isEqualTo(first);
    }

    private void used(Placement placement, String champion) {
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, placement.id(), "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal", "champion", champion));
    }

    @Test
    void a_leak_shows_who_has_to_act_next() {
        company.reps(2);
        Placement green = company.distribute(green(1));
        Placement amber = company.distribute(Samples.submission(Samples.numbered(2)));
        company.deliver(Company.ping(green.id(), "rep-001"), company.now());
        company.deliver(Company.ping(amber.id(), "rep-001"), company.now());
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();

        assertThat(frozen(WEEK_26).judged())
                .extracting(PlacementAnswers::next)
                .extracting(next -> next == null ? null : next.owner())
                .containsExactlyInAnyOrder(NextStep.Owner.SEQUENCE_OWNER, NextStep.Owner.PR_OWNER);
    }

    @Test
    void a_week_includes_the_placements_in_play() {
        company.reps(1);
        Placement placement = company.distribute(green(1));
        company.deliverAll(placement.id());
        company.recordResponse.record(
                company.token(Purpose.ACKNOWLEDGE, placement.id(), "rep-001"),
                Map.of("choice", "read"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), "cfo"),
                Map.of("stage", "awareness"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, placement.id(), "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();

        WeeklyReport week = frozen(WEEK_26);
        assertThat(week.acknowledged()).isEqualTo(1);
        assertThat(week.pings()).isEqualTo(new Count(1, 1));
        assertThat(week.inPlay().stages())
                .containsExactly(new InPlay.InStage("awareness", "CFO", 1));
        assertThat(week.inPlay().dealsAtTargets()).isEqualTo(1);
        assertThat(week.inPlay().kitsReady()).isEqualTo(1);
        assertThat(week.inPlay().quiet()).containsExactly("Payers");
    }

    private void mailed(AuditWeek week) {
        company.goTo(RunWeeklyAudit.mailedAt(week, company.directory.agreement()));
        company.runWeeklyAudit.run();
    }

    private WeeklyReport frozen(AuditWeek week) {
        return company.audits.find(week).orElseThrow();
    }

    private static Submission green(int number) {
        Submission from = Samples.submission(Samples.numbered(number));
        return new Submission(
                from.url(),
                from.outlet(),
                from.headline(),
                from.format(),
                from.publishedAt(),
                from.zone(),
                from.segments(),
                from.note(),
                from.topic(),
                from.personas(),
                from.spokesperson(),
                from.quote(),
                from.whyItMatters(),
                from.holdingLine(),
                from.tone(),
                "green",
                false);
    }
}
