package app.prtosales.mail;

import static app.prtosales.audit.Answer.EXEMPT;
import static app.prtosales.audit.Answer.NO;
import static app.prtosales.audit.Answer.PENDING;
import static app.prtosales.audit.Answer.YES;
import static app.prtosales.mail.Samples.audited;
import static app.prtosales.mail.Samples.week;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditMail;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Restatement;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.text.ReaderClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyMailTest {

    @Test
    void the_subject_sums_up_the_week() {
        assertThat(weekly(Samples.ordinaryWeek()).subject())
                .isEqualTo(
                        "PR-to-Sales audit, week 48 of 2026: all three done for 3 of 4, 1 of 5 late, 1 leaking");
        assertThat(
                        weekly(week(List.of(audited("a", YES, YES, YES)), List.of(), List.of()))
                                .subject())
                .isEqualTo(
                        "PR-to-Sales audit, week 48 of 2026: all three done for 1 of 1, all within 24 hours");
    }

    @Test
    void exempt_imported_and_retracted_placements_do_not_count_as_unfinished() {
        var exempt = audited("Negative coverage", YES, EXEMPT, EXEMPT);
        var imported = audited("From the past", EXEMPT, NO, NO);
        var retracted = Samples.retracted(audited("Retracted", YES, NO, NO));
        var done = audited("The good one", YES, YES, YES);

        OutgoingMail alone =
                weekly(week(List.of(exempt, imported, retracted), List.of(), List.of()));
        OutgoingMail besideOthers =
                weekly(week(List.of(done, exempt, retracted), List.of(), List.of()));

        assertThat(alone.subject())
                .isEqualTo(
                        "PR-to-Sales audit, week 48 of 2026: 3 placements (exempt, imported, or retracted),"
                                + " all within 24 hours");
        assertThat(MailLint.shown(alone.html())).doesNotContain("All three", "all three done");
        assertThat(besideOthers.subject())
                .isEqualTo(
                        "PR-to-Sales audit, week 48 of 2026: all three done for 1 of 1, all within 24 hours");
        assertThat(MailLint.shown(besideOthers.html()))
                .contains("2 placements are not counted (exempt, imported, or retracted).");
    }

    @Test
    void r1_10_a_story_without_an_active_rep_is_neither_late_nor_in_time() {
        var nobody = Samples.reachedVoid(audited("Nobody there", NO, YES, YES));
        var done = audited("The good one", YES, YES, YES);
        var late = audited("The late one", NO, YES, YES);

        OutgoingMail alone = weekly(week(List.of(nobody), List.of(), List.of()));
        OutgoingMail besideOthers = weekly(week(List.of(nobody, done, late), List.of(), List.of()));

        assertThat(alone.subject())
                .isEqualTo(
                        "PR-to-Sales audit, week 48 of 2026: all three done for 0 of 1, 1 without active reps");
        assertThat(MailLint.shown(alone.html()))
                .contains("1 reached nobody, because no rep was active on the list.")
                .doesNotContain("late", "All reached", "didn’t reach");
        assertThat(besideOthers.subject())
                .endsWith("all three done for 1 of 3, 1 late, 1 without active reps");
        assertThat(MailLint.shown(besideOthers.html()))
                .contains(
                        "1 didn’t reach the team within 24 hours. 1 reached nobody, because no rep was active on the list.");
    }

    @Test
    void late_stories_get_a_total_of_their_own_if_fewer_stories_can_have_three_yeses() {
        var negative = audited("Negative", NO, EXEMPT, EXEMPT);
        var late = audited("The late one", NO, YES, YES);

        OutgoingMail mail = weekly(week(List.of(negative, negative, late), List.of(), List.of()));

        assertThat(mail.subject()).endsWith("all three done for 0 of 1, 3 of 3 late");
        assertThat(MailLint.shown(mail.html()))
                .contains("All three done for 0 of 1 placement, 3 of 3 late");
    }

    @Test
    void a_week_of_imports_says_nothing_about_24_hours() {
        OutgoingMail mail =
                weekly(week(List.of(audited("import", EXEMPT, YES, NO)), List.of(), List.of()));

        assertThat(mail.subject())
                .isEqualTo(
                        "PR-to-Sales audit, week 48 of 2026: 1 placement (exempt, imported, or retracted)");
        assertThat(MailLint.shown(mail.html())).doesNotContain("All reached");
    }

    @Test
    void r5_2_a_week_shows_its_answers_next_steps_benchmark_and_agreement() {
        OutgoingMail mail = weekly(Samples.ordinaryWeek());

        assertThat(
                        MailLint.problems(
                                mail,
                                "Northwind Devices · Week 48 of 2026",
                                "All three done for 3 of 4 placements, 1 of 5 late",
                                "1 placement is not counted (exempt, imported, or retracted).",
                                "1 leaking: No to all three.",
                                "4 of 5 (80%)",
                                "3 of 4",
                                "Corrected since last reported",
                                "Week of Nov 16, 2026: Reached the sales team within 24 hours? Corrected Tue, Nov 24: 4 of 5 → 5 of 5",
                                "No rep has acknowledged or used these after 7 days",
                                "What a CIO asks before buying (published Fri, Nov 13)",
                                "Grace Hopper, owner of “CFO outreach, health systems”:",
                                "Add it at stage “awareness”, then confirm from the email.",
                                "Exempt",
                                "Published on Sunday night",
                                "Organizations that share coverage with sales at all: 13.1%; you: 5 of 5 this week.",
                                "Outcomes Rocket’s 2026 Benchmark on AI, Visibility & Revenue",
                                "Standing agreement, version 3, dated Sep 1, 2026.",
                                "The sales team gets every story within 24 hours of publication; warnings go out 12 hours, 4 hours, and 1 hour before the deadline.",
                                "Weeks run Monday to Sunday, Central time."))
                .isEmpty();
        assertThat(mail.id().subject()).isEqualTo("audit-2026-W48");
        assertThat(mail.id().recipient()).doesNotContain("@");
    }

    @Test
    void r4_5_a_week_that_began_where_the_last_one_ended_in_another_zone_says_so() {
        WeeklyReport nominal = week(List.of(), List.of(), List.of());
        WeeklyReport begunEarlier =
                new WeeklyReport(
                        nominal.week(),
                        nominal.zone(),
                        nominal.startsAt().minus(Duration.ofHours(1)),
                        nominal.computedAt(),
                        List.of(),
                        List.of(),
                        List.of(),
                        nominal.inPlay(),
                        List.of(),
                        nominal.agreement());

        assertThat(MailLint.problems(weekly(nominal), "Mon, Nov 23 to Sun, Nov 29")).isEmpty();
        assertThat(MailLint.problems(weekly(begunEarlier), "Sun, Nov 22 to Sun, Nov 29")).isEmpty();
    }

    @Test
    void r5_12_the_weekly_email_says_who_can_open_its_link_and_until_when() {
        OutgoingMail mail = weekly(Samples.ordinaryWeek());

        assertThat(
                        MailLint.problems(
                                mail,
                                "Until Mon, Feb 22, 2027, anyone who has your link to the whole week can open it without signing in.",
                                "It stops working once you’re off the agreement’s list of leaders."))
                .isEmpty();
    }

    @Test
    void r4_1_each_yes_links_to_its_evidence() {
        OutgoingMail mail = weekly(week(List.of(audited("a", NO, YES, YES)), List.of(), List.of()));

        assertThat(MailLint.addresses(mail.html()))
                .filteredOn(url -> url.contains("#p-"))
                .hasSize(3)
                .anyMatch(url -> url.endsWith("-2"))
                .anyMatch(url -> url.endsWith("-3"))
                .noneMatch(url -> url.endsWith("-1"));
    }

    @Test
    void the_email_has_no_league_table_of_reps() {
        OutgoingMail mail = weekly(Samples.ordinaryWeek());

        assertThat(mail.text() + MailLint.shown(mail.html()))
                .doesNotContain("Katherine Johnson", "Ada Lovelace");
    }

    @Test
    void late_additions_come_first_then_leaks_and_pending_ones_last() {
        OutgoingMail mail =
                weekly(
                        week(
                                List.of(
                                        audited("the leak", NO, NO, NO),
                                        audited("the good one", YES, YES, YES)),
                                List.of(audited("the pending one", PENDING, NO, NO)),
                                List.of(audited("the late one", YES, NO, NO))));

        assertThat(MailLint.shown(mail.html()))
                .containsSubsequence(
                        "Late additions",
                        "the late one",
                        "Leaking",
                        "the leak",
                        "The other placements",
                        "the good one",
                        "Pending",
                        "the pending one");
    }

    @Test
    void r4_5_the_email_says_that_late_additions_are_not_counted() {
        var late = audited("the late one", NO, NO, NO);

        OutgoingMail besideOthers =
                weekly(
                        week(
                                List.of(audited("the good one", YES, YES, YES)),
                                List.of(),
                                List.of(late)));
        OutgoingMail alone = weekly(week(List.of(), List.of(), List.of(late, late)));

        assertThat(besideOthers.text())
                .contains(
                        "1 late addition is not counted here: it belongs to an earlier week. It’s leaking: No to all three.")
                .doesNotContain("No placement has three Nos.");
        assertThat(alone.text())
                .contains(
                        "No placement’s 24 hours ended this week. 2 late additions are not counted here: they belong to an earlier week. 2 of them are leaking: No to all three.");
    }

    @Test
    void r4_6_corrections_that_leave_a_count_as_it_was_say_so() {
        Restatement corrected = Samples.restatement();
        Restatement swapped =
                new Restatement(
                        corrected.week(),
                        corrected.figure(),
                        corrected.from(),
                        corrected.from(),
                        corrected.at(),
                        corrected.why());

        assertThat(WeekInWords.restated(swapped, new ReaderClock(Samples.NEW_YORK, corrected.at())))
                .endsWith(
                        "Corrected Tue, Nov 24: still 4 of 5, but not the same ones (A webinar on recalls)");
    }

    @ParameterizedTest
    @CsvSource({"1, (A webinar on recalls)", "19, and 18 more)", "20, and at least 19 more)"})
    void r4_6_a_correction_says_how_many_placements_it_has_or_at_least_has(
            int changes, String said) {
        Restatement one = Samples.restatement();
        Restatement many =
                new Restatement(
                        one.week(),
                        one.figure(),
                        one.from(),
                        one.to(),
                        one.at(),
                        Collections.nCopies(changes, one.why().getFirst()));

        assertThat(WeekInWords.restated(many, new ReaderClock(Samples.NEW_YORK, one.at())))
                .endsWith(said);
    }

    @Test
    void r4_5_a_pending_placement_shows_no_answer_about_its_24_hours_yet() {
        OutgoingMail mail =
                weekly(
                        week(
                                List.of(audited("the good one", YES, YES, YES)),
                                List.of(audited("the pending one", NO, NO, NO)),
                                List.of()));

        assertThat(mail.text()).contains("24 hours: Pending").doesNotContain("24 hours: No");
    }

    @Test
    void a_week_without_placements_says_so_and_never_100_percent() {
        OutgoingMail mail = weekly(week(List.of(), List.of(), List.of()));

        assertThat(mail.subject()).isEqualTo("PR-to-Sales audit, week 48 of 2026: No placements");
        assertThat(MailLint.problems(mail, "No placements")).isEmpty();
        assertThat(mail.html() + mail.text())
                .doesNotContain("100 %", "of 0")
                .doesNotContain("100%)");
    }

    @Test
    void four_placements_are_counted_and_five_have_a_percentage() {
        var yes = audited("a", YES, YES, YES);

        assertThat(weekly(week(List.of(yes, yes, yes, yes), List.of(), List.of())).text())
                .contains("24 hours? 4 of 4\n");
        assertThat(weekly(week(List.of(yes, yes, yes, yes, yes), List.of(), List.of())).text())
                .contains("24 hours? 5 of 5 (100%)\n");
    }

    @Test
    void nothing_is_rounded_up_to_100_percent() {
        var yes = audited("a", YES, YES, YES);
        List<PlacementAnswers> many = new ArrayList<>();
        for (int i = 0; i < 299; i++) {
            many.add(yes);
        }
        many.add(audited("b", NO, YES, YES));

        assertThat(weekly(week(many, List.of(), List.of())).text()).contains("299 of 300 (99%)");
    }

    @Test
    void an_imported_placement_does_not_count_for_the_24_hours() {
        assertThat(
                        weekly(
                                        week(
                                                List.of(audited("import", EXEMPT, YES, NO)),
                                                List.of(),
                                                List.of()))
                                .text())
                .contains("24 hours? none to count", "you: no placements to count this week");
    }

    @Test
    void r4_1_each_placement_links_to_its_place_on_the_page() {
        WeeklyReport week = Samples.bigWeek(20, "A story");

        List<String> links =
                MailLint.addresses(weekly(week).html()).stream()
                        .filter(url -> url.contains("#p-"))
                        .toList();

        assertThat(links).hasSize(20);
        for (String link : links) {
            Matcher from = Pattern.compile("[?]from=([0-9]+)#").matcher(link);
            int first = from.find() ? Integer.parseInt(from.group(1)) : 0;
            assertThat(AuditPageTest.page(week, AuditPage.Show.ALL, first))
                    .as(link)
                    .contains("id=\"%s\"".formatted(link.substring(link.indexOf('#') + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 60, 200, 1_000})
    void a_thousand_placements_fit_and_any_left_out_are_counted(int placements) {
        OutgoingMail mail = weekly(Samples.bigWeek(placements, "😀\"<&ま".repeat(60)));

        assertThat(MailLint.problems(mail)).isEmpty();
        assertThat(mail.text()).contains("0 of " + placements + " placement");
        long listed =
                MailLint.addresses(mail.html()).stream().filter(url -> url.contains("#p-")).count();
        if (listed < placements) {
            assertThat(mail.text())
                    .contains("%d more are on the page".formatted(placements - listed));
        }
    }

    @Test
    void the_rows_are_attached_and_every_link_is_signed_for_its_reader() {
        OutgoingMail mail = weekly(Samples.ordinaryWeek());

        assertThat(mail.attachments())
                .singleElement()
                .satisfies(rows -> {
                    assertThat(rows.name()).isEqualTo("audit-2026-W48.csv");
                    assertThat(rows.content()).startsWith("week,group,id,").endsWith("6");
                });
        assertThat(MailLint.addresses(mail.html()))
                .isNotEmpty()
                .allMatch(url -> url.startsWith("https://pr.example/r/audit-audit-2026-w48-"));
    }

    static OutgoingMail weekly(WeeklyReport week) {
        return Samples.AUDIT_ROOM.write(
                new AuditMail.Weekly(week, Samples.AGREEMENT, "ceo@company.example"));
    }
}
