package app.prtosales.mail;

import static app.prtosales.audit.Answer.EXEMPT;
import static app.prtosales.audit.Answer.NO;
import static app.prtosales.audit.Answer.PENDING;
import static app.prtosales.audit.Answer.YES;
import static app.prtosales.mail.Samples.audited;
import static app.prtosales.mail.Samples.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.ReportWeek.Report;
import app.prtosales.audit.ReportWeek.TrendWeek;
import app.prtosales.audit.SegmentCoverage;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Segment;
import app.prtosales.id.RepId;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditPageTest {

    private static final AuditPage PAGE = new AuditPage(Samples.BRAND, Samples.NAMES);

    @Test
    void each_number_leads_to_its_placements_and_each_yes_to_its_evidence() {
        String page = page(Samples.ordinaryWeek(), AuditPage.Show.ALL, 0);

        assertThat(page)
                .contains("All three done for 3 of 4 placements, 1 of 5 late")
                .contains("href=\"?week=2026-W48&amp;show=reached-in-24h#list\">4 of 5 (80%)")
                .contains("href=\"?week=2026-W48&amp;show=leaking#list\">1 of 5 (20%)")
                .contains("Mercy Valley Health (target account): sent to the customer, recorded")
                .contains("CFO outreach, health systems, stage “decision”, confirmed")
                .contains("Katherine Johnson: bounced: mailbox does not exist")
                .contains("Deadline was Wed, Nov 25, 8:00 AM CT")
                .contains("Standing agreement, version 3")
                .doesNotContain("<script", "http-equiv", "onload", "<img", "<form");
        for (String anchor : List.of("-1", "-2", "-3")) {
            assertThat(page)
                    .contains(
                            "id=\"p-"
                                    + Samples.ordinaryWeek().judged().getFirst().id()
                                    + anchor
                                    + "\"");
        }
    }

    @Test
    void the_page_has_the_other_facts_that_leadership_asks_for() {
        String page = MailLint.shown(asMail(page(Samples.ordinaryWeek(), AuditPage.Show.ALL, 0)));

        assertThat(page)
                .contains(
                        "Not delivered to every rep: 1 placement; not reached: Katherine Johnson (bounced: mailbox does not exist)",
                        "47 of 48 reps were reached.",
                        "Tue, Nov 24, 9:06 AM CT",
                        "239 of 240 (99%) emails reached their rep; 60 acknowledged.",
                        "1 bounced",
                        "Awareness: CFO 3, CIO 1",
                        "Used 2 times, 1 at target accounts. Used in the deal, not the cause of it.",
                        "Mercy Valley Health (target), in a proposal",
                        "4 kits ready to forward. Reps recorded 1 sent to a named champion.",
                        "No coverage in 13 weeks for",
                        "Ambulatory surgery centers.");
    }

    @Test
    void emails_that_reached_nobody_are_counted_by_kind_whatever_the_details() {
        MailFate waits = new MailFate(MailFate.Kind.WITH_THEIR_SERVER);
        List<Reached.Missing> missing =
                List.of(
                        new Reached.Missing(new RepId("rep-1"), waits),
                        new Reached.Missing(new RepId("rep-2"), bounced("mailbox is full")),
                        new Reached.Missing(
                                new RepId("rep-3"), bounced("no: not here").withSecond(waits)),
                        new Reached.Missing(new RepId("rep-4"), waits.withSecond(bounced("again"))),
                        new Reached.Missing(new RepId("rep-5"), bounced("mailbox is disabled")));

        String page =
                MailLint.shown(
                        asMail(
                                page(
                                        week(
                                                List.of(
                                                        Samples.reachedNobody(
                                                                audited("a", NO, NO, NO), missing)),
                                                List.of(),
                                                List.of()),
                                        AuditPage.Show.ALL,
                                        0)));

        assertThat(page).contains("3 bounced", "2 sent; waiting for their mail server");
    }

    @Test
    void a_week_in_which_one_email_went_out_says_so_in_the_singular() {
        PlacementAnswers only = Samples.reachedTheOnlyRep(audited("a", YES, NO, NO));

        assertThat(
                        MailLint.shown(
                                asMail(
                                        page(
                                                week(List.of(only), List.of(), List.of()),
                                                AuditPage.Show.ALL,
                                                0))))
                .contains("1 of 1 email reached its rep;", "1 of 1 reached so far, 1 in time; ");
    }

    private static MailFate bounced(String why) {
        return new MailFate(MailFate.Kind.BOUNCED, why);
    }

    @Test
    void a_rep_missed_by_several_placements_is_named_once_among_the_causes() {
        String page =
                page(
                        week(
                                List.of(
                                        audited("the first", NO, NO, NO),
                                        audited("the second", NO, NO, NO)),
                                List.of(),
                                List.of()),
                        AuditPage.Show.ALL,
                        0);

        assertThat(page)
                .contains(
                        "2 placements; not reached: Katherine Johnson (2 times; bounced: mailbox does not exist)");
    }

    @Test
    void r1_10_a_rep_who_was_reached_late_is_named_like_one_who_was_missed() {
        PlacementAnswers late =
                Samples.reachedLate(audited("the first", NO, YES, YES), "rep-31", "rep-99");

        String page = page(week(List.of(late), List.of(), List.of()), AuditPage.Show.ALL, 0);

        assertThat(page)
                .contains(
                        "Not delivered to every rep: 1 placement; reached after the 24 hours: Katherine Johnson, a former rep",
                        "Katherine Johnson: reached after the 24 hours");
    }

    @Test
    void a_team_that_was_reached_late_as_a_whole_is_not_listed_among_the_causes() {
        PlacementAnswers late = Samples.reachedLate(audited("the first", NO, YES, YES));
        PlacementAnswers all =
                Samples.reachedLate(
                        audited("the second", NO, YES, YES),
                        IntStream.range(0, 48)
                                .mapToObj("rep-%d"::formatted)
                                .toArray(String[]::new));

        String page = page(week(List.of(late, all), List.of(), List.of()), AuditPage.Show.ALL, 0);

        assertThat(page).contains("Not delivered to every rep: 2 placements<");
    }

    @Test
    void placements_that_never_reached_everyone_have_no_time_in_the_chart_and_come_first() {
        String page =
                page(
                        week(
                                List.of(
                                        audited("The good one", YES, YES, YES),
                                        audited("Never reached one", NO, YES, YES),
                                        Samples.reachedNobody(audited("Nobody", NO, NO, NO)),
                                        audited("From the past", EXEMPT, NO, NO)),
                                List.of(),
                                List.of()),
                        AuditPage.Show.ALL,
                        0);

        String chart = page.substring(page.indexOf(SlowestBars.SLOWEST));
        assertThat(chart.substring(0, chart.indexOf("</table>")))
                .containsSubsequence(
                        "Nobody",
                        "48 of 48 reps not reached",
                        "Never reached one",
                        "1 of 48 reps not reached",
                        "The good one",
                        "1 h 06 min")
                .doesNotContain("From the past");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 3, '3 more placements reached everyone faster.'",
        "9, 0, '1 more placement didn’t reach everyone.'",
        "10, 5, '2 more placements didn’t reach everyone, and 5 did.'",
    })
    void placements_beyond_the_chart_are_not_said_to_have_reached_everyone_if_they_did_not(
            int never, int everyone, String said) {
        List<PlacementAnswers> judged = new ArrayList<>();
        for (int i = 0; i < never; i++) {
            judged.add(audited("Never reached " + i, NO, YES, YES));
        }
        for (int i = 0; i < everyone; i++) {
            judged.add(audited("Reached " + i, YES, YES, YES));
        }

        String page = page(week(judged, List.of(), List.of()), AuditPage.Show.ALL, 0);

        assertThat(page).contains(">" + said + "<");
    }

    @Test
    void the_24_hour_line_is_labeled_and_lateness_is_shown_in_words() {
        String page = page(Samples.ordinaryWeek(), AuditPage.Show.ALL, 0);
        String chart = page.substring(page.indexOf(SlowestBars.SLOWEST));

        assertThat(chart.substring(0, chart.indexOf("</table>")))
                .contains("24 hours</text>", "The line is 24 hours", "not reached");
    }

    private static String firstQuarter() {
        return PAGE.quarter(
                Samples.firstDay(), coverage(), trend(), Samples.AGREEMENT, AuditPage.Show.ALL, 0);
    }

    @Test
    void the_page_of_the_quarter_does_not_say_that_its_figures_are_of_this_week() {
        String page = firstQuarter();

        assertThat(page).contains(" in these 13 weeks.").doesNotContain("this week");
    }

    @Test
    void segments_without_coverage_come_first_on_the_page_of_the_quarter() {
        String page = firstQuarter();
        String chart = page.substring(page.indexOf("Coverage by segment"));

        assertThat(chart.substring(0, chart.indexOf("</table>")))
                .containsSubsequence("Payers", "No coverage", "Health systems", "4 placements")
                .containsSubsequence("width=\"0\"", "width=\"400\"");
        assertThat(page(Samples.ordinaryWeek(), AuditPage.Show.ALL, 0))
                .doesNotContain("Coverage by segment");
    }

    static List<SegmentCoverage> coverage() {
        return List.of(
                new SegmentCoverage(new Segment("payers", "Payers"), 0),
                new SegmentCoverage(new Segment("health-systems", "Health systems"), 4));
    }

    private static String asMail(String page) {
        return page.substring(page.indexOf("<main>"), page.indexOf("</main>") + 7);
    }

    @Test
    void following_a_number_lists_only_the_placements_behind_it() {
        String page = page(Samples.ordinaryWeek(), AuditPage.Show.LEAKING, 0);

        assertThat(page)
                .contains("Leaking: No to all three: 1", "Hospitals fear the next recall")
                .doesNotContain("What a CIO asks before buying</a>");
    }

    @Test
    void the_placements_behind_a_number_are_those_that_it_counts() {
        WeeklyReport week =
                week(
                        List.of(audited("the judged one", YES, YES, NO)),
                        List.of(audited("the pending one", PENDING, YES, NO)),
                        List.of(audited("the late addition", YES, YES, NO)));

        assertThat(page(week, AuditPage.Show.IN_ACTIVE_SEQUENCE, 0))
                .contains("In an active sequence: 1", "the judged one")
                .doesNotContain("the pending one", "the late addition");
    }

    @Test
    void changes_since_the_email_are_on_the_page() {
        Report report =
                new Report(
                        Samples.ordinaryWeek(),
                        Samples.ordinaryWeek(),
                        List.of(Samples.restatement()));

        assertThat(PAGE.week(report, trend(), Samples.AGREEMENT, AuditPage.Show.ALL, 0))
                .contains("As emailed", "4 of 5 → 5 of 5", "A webinar on recalls");
    }

    @Test
    void a_retracted_placement_is_not_a_leak_of_the_quarter_and_not_in_its_trend() {
        WeeklyReport week =
                week(
                        List.of(
                                audited("Nowhere yet", YES, NO, NO),
                                Samples.retracted(audited("Retracted", YES, NO, NO)),
                                audited("Negative coverage", YES, EXEMPT, EXEMPT)),
                        List.of(),
                        List.of());
        List<TrendWeek> trend = List.of(new TrendWeek(week.week(), week.totals()));

        assertThat(
                        PAGE.quarter(
                                week,
                                AuditPageTest.coverage(),
                                trend,
                                Samples.AGREEMENT,
                                AuditPage.Show.UNUSED,
                                0))
                .contains(
                        "Today’s leak: 1 of 1 placement not in an active sequence",
                        "Not in a sequence, not used in a deal: 1",
                        "<td>0 of 1</td>",
                        "0/1");
    }

    @Test
    void the_trend_is_a_picture_with_a_table_beside_it() {
        String page = page(Samples.ordinaryWeek(), AuditPage.Show.ALL, 0);

        assertThat(page)
                .contains("<svg viewBox=\"0 -12 616 162\" role=\"img\" aria-label=", "3/4")
                .contains(
                        "<a href=\"?week=2026-W48\">Nov 23</a>", "<td>3 of 4</td>", "not emailed");
    }

    @Test
    void the_first_days_quarter_starts_with_its_leak() {
        WeeklyReport quarter =
                week(
                        List.of(
                                audited("an import", EXEMPT, NO, NO),
                                audited("another", EXEMPT, YES, NO)),
                        List.of(),
                        List.of());

        assertThat(
                        PAGE.quarter(
                                quarter,
                                AuditPageTest.coverage(),
                                trend(),
                                Samples.AGREEMENT,
                                AuditPage.Show.ALL,
                                0))
                .contains(
                        "Today’s leak: 1 of 2 placements not in an active sequence and not used in a deal",
                        "none to count");
    }

    @Test
    void an_empty_week_says_so() {
        assertThat(page(week(List.of(), List.of(), List.of()), AuditPage.Show.ALL, 0))
                .contains("<h1>No placements</h1>")
                .doesNotContain("(100%)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, 980, 99_999})
    void a_page_of_a_thousand_placements_stays_under_100_kilobytes(int from) {
        String page = page(Samples.bigWeek(1_000, "😀\"<&ま".repeat(60)), AuditPage.Show.ALL, from);

        assertThat(page.getBytes(UTF_8).length).isLessThan(100 * 1024);
        assertThat(page).contains("All placements: 1000").doesNotContain("<&ま");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 24})
    void a_page_of_a_full_week_stays_under_30_kilobytes(int from) {
        String page = page(Samples.bigWeek(25, Samples.STORY.headline()), AuditPage.Show.ALL, from);

        assertThat(page.getBytes(UTF_8).length).isLessThan(30 * 1024);
    }

    @Test
    void the_page_allows_its_style_by_hash_and_nothing_else() {
        assertThat(PAGE.policy().header())
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    static String page(WeeklyReport week, AuditPage.Show show, int from) {
        return PAGE.week(new Report(week, null, List.of()), trend(), Samples.AGREEMENT, show, from);
    }

    static List<TrendWeek> trend() {
        List<TrendWeek> trend = new ArrayList<>();
        AuditWeek week = new AuditWeek(2026, 48);
        for (int i = 0; i < 12; i++) {
            trend.addFirst(new TrendWeek(week, i == 5 ? null : Samples.ordinaryWeek().totals()));
            week = week.previous();
        }
        return trend;
    }
}
