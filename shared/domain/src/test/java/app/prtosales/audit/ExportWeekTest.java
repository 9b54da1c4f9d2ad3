package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R4.6: the rows from which anyone can recount a week, cell by cell.
class ExportWeekTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");
    private static final String STORY_1 = PlacementId.of(Samples.numbered(1).key()).value();

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void the_weeks_row_has_its_start_end_mailing_and_computation_times() {
        company.goTo(MONDAY);
        assertThat(rows("week", WEEK_26)).singleElement().asString().doesNotContain("sentAt");

        company.runWeeklyAudit.run();
        company.advance(Duration.ofHours(1));

        assertThat(rows("week", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "week",
                                "id", "2026-W26",
                                "zone", "America/New_York",
                                "from", "2026-06-22T04:00:00Z",
                                "until", "2026-06-29T04:00:00Z",
                                "at", "2026-06-29T13:00:00Z",
                                "sentAt", "2026-06-29T12:00:00Z"));
    }

    @Test
    void a_placements_row_has_its_current_and_its_emailed_answers() {
        usedThenPausedAfterTheMail();

        assertThat(rows("placement", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "placement",
                                "id", STORY_1,
                                "group", "judged",
                                "outlet", "Healthcare Curated",
                                "headline", "Story 1",
                                "url", "https://healthcarecurated.com/tech-and-innovation/story-1",
                                "format", "byline",
                                "tone", "positive",
                                "status", "judged",
                                "forwardability", "green",
                                "backfill", "false",
                                "publishedAt", "2026-06-24T13:00:00Z",
                                "zone", "America/New_York",
                                "deadline", "2026-06-25T13:00:00Z",
                                "acceptedAt", "2026-06-24T14:00:00Z",
                                "dispatchedAt", "2026-06-24T14:00:00Z",
                                "judgedAt", "2026-06-25T13:00:00Z",
                                "endsAt", "2027-06-24T13:00:00Z",
                                "segments", "health-systems;payers",
                                "personas", "CFO;IT",
                                "acknowledged", "1",
                                "armed", "0",
                                "reachedIn24h", "no",
                                "inActiveSequence", "no",
                                "referencedInDeal", "yes",
                                "evidenceReachedIn24h",
                                        "1 of 2 reps reached within 24 hours; not delivered to every rep in time",
                                "evidenceInActiveSequence",
                                        "CFO sequence is paused; it counted until then",
                                "evidenceReferencedInDeal", "Sample Hospital 1: In a proposal",
                                "verdict", "missed",
                                "cause", "delivery",
                                "count", "1",
                                "inTime", "1",
                                "of", "2",
                                "lastAt", "2026-06-24T14:00:05Z",
                                "sentGroup", "judged",
                                "sentReachedIn24h", "no",
                                "sentInActiveSequence", "yes",
                                "sentReferencedInDeal", "yes",
                                "sentVerdict", "missed"));
    }

    @Test
    void each_recorded_response_has_a_row() {
        usedThenPausedAfterTheMail();

        assertThat(rows("confirmed", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "confirmed",
                                "id", STORY_1,
                                "sequence", "cfo",
                                "stage", "awareness",
                                "at", "2026-06-24T14:00:00Z"));
        assertThat(rows("reference", WEEK_26))
                .containsExactlyInAnyOrder(
                        cells(
                                "record", "reference",
                                "id", STORY_1,
                                "account", "account-1",
                                "accountName", "Sample Hospital 1",
                                "how", "in-a-proposal",
                                "at", "2026-06-24T14:00:00Z"),
                        cells(
                                "record", "reference",
                                "id", STORY_1,
                                "accountName", "Another hospital",
                                "how", "talked-about",
                                "at", "2026-06-24T14:00:00Z"));
    }

    @Test
    void the_lists_are_exported_as_far_as_the_week_needs_them() {
        usedThenPausedAfterTheMail();
        company.put(
                ListName.SEQUENCES,
                Company.row(
                        "id", "cfo",
                        "name", "CFO sequence",
                        "owner", "Sample Owner",
                        "ownerEmail", "cfo-owner@sample-medtech.example",
                        "personas", "CFO;IT",
                        "status", "paused",
                        "stages", "awareness;consideration"));

        assertThat(rows("segment", WEEK_26))
                .containsExactly(
                        cells(
                                "record",
                                "segment",
                                "id",
                                "health-systems",
                                "name",
                                "Health systems"),
                        cells("record", "segment", "id", "payers", "name", "Payers"));
        assertThat(rows("sequence", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "sequence",
                                "sequence", "cfo",
                                "name", "CFO sequence",
                                "state", "paused",
                                "stages", "awareness;consideration",
                                "personas", "CFO;IT"));
        assertThat(rows("account", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "account",
                                "account", "account-1",
                                "accountName", "Sample Hospital 1",
                                "target", "true"));
    }

    @Test
    void current_and_emailed_figures_are_exported_including_those_that_no_longer_exist() {
        usedThenPausedAfterTheMail();

        assertThat(rows("figure", WEEK_26))
                .contains(
                        figure("judged", "1", "1"),
                        figure("pending", "0", "0"),
                        figure("in-active-sequence:yes", "0", "1"),
                        figure("in-active-sequence:asked", "1", "1"),
                        figure("missed:delivery", "1", "1"),
                        figure("repsReached", "1", "1"),
                        figure("repsToReach", "2", "2"),
                        figure("dealsTouched", "2", "2"),
                        figure("stage:awareness:CFO", "0", "1"));
    }

    @Test
    void a_figure_has_no_emailed_value_before_the_email() {
        company.goTo(MONDAY);

        assertThat(rows("figure", WEEK_26))
                .contains(cells("record", "figure", "name", "judged", "now", "0"));
    }

    @Test
    void changes_since_the_email_are_exported_with_their_time() {
        usedThenPausedAfterTheMail();

        assertThat(rows("restated", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "restated",
                                "name", "in-active-sequence",
                                "sent", "1 of 1",
                                "now", "0 of 1",
                                "at", "2026-06-29T13:00:00Z"));
    }

    @Test
    void r1_10_each_stop_of_sending_is_exported_for_recounting_what_was_held() {
        company.guard.stop("we’re switching email providers", Company.PR);
        company.advance(Duration.ofHours(1));
        company.guard.resume("the switch is done", Company.PR);
        company.guard.stop("once more", Company.PR);

        assertThat(rows("stop", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "stop",
                                "number", "1",
                                "at", "2026-06-24T14:00:00Z",
                                "until", "2026-06-24T15:00:00Z"),
                        cells("record", "stop", "number", "2", "at", "2026-06-24T15:00:00Z"));
    }

    @Test
    void a_retraction_is_exported_with_its_time_and_an_exemption_with_its_question() {
        company.reps(1);
        PlacementId id = company.distribute(green(1)).id();
        company.changePlacement.exempt(
                id, "referencedInDeal", "not about a product", "Sample Owner", Company.PR);
        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.runUntil(MONDAY);

        assertThat(rows("placement", WEEK_26))
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("takenBackAt", "2026-06-24T14:00:00Z")
                                .containsEntry("exempt", "referencedInDeal")
                                .containsEntry("status", "retracted")
                                .doesNotContainKey("sentGroup"));
    }

    @Test
    void r4_6_an_undone_exemption_is_not_exported() {
        company.reps(1);
        PlacementId id = company.distribute(green(1)).id();
        company.changePlacement.exempt(id, "referencedInDeal", "internal", null, Company.PR);
        company.runUntil(MONDAY);
        assertThat(rows("placement", WEEK_26).getFirst())
                .containsEntry("exempt", "referencedInDeal");

        company.changePlacement.undoExemption(id, "referencedInDeal", "a slip", null, Company.PR);

        assertThat(rows("placement", WEEK_26).getFirst())
                .doesNotContainKey("exempt")
                .containsEntry("referencedInDeal", "no");
    }

    @Test
    void a_placement_is_judged_pending_or_earlier_now_and_in_the_email() {
        company.reps(1);
        company.distribute(green(1));
        company.runUntil(Instant.parse("2026-06-28T20:00:00Z"));
        company.distribute(new SubmissionBuilder(green(2)).publishedAt("2026-06-28T15:00").build());
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();

        assertThat(groups(WEEK_26)).containsExactly("Story 1: judged", "Story 2: pending");
        assertThat(groups(WEEK_26.next())).containsExactly("Story 1: earlier", "Story 2: judged");
        assertThat(rows("ping", WEEK_26.next()))
                .extracting(row -> row.get("id"))
                .containsExactly(PlacementId.of(Samples.numbered(2).key()).value());
        assertThat(rows("placement", WEEK_26))
                .extracting(row -> row.get("sentGroup"))
                .containsExactly("judged", "pending");
    }

    @Test
    void r4_5_a_late_addition_of_the_quarter_has_a_second_row() {
        company.reps(1);
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        company.advance(Duration.ofDays(1));
        company.distribute(green(1));
        runThroughMailing(WEEK_26.next());

        assertThat(groups(WEEK_26.next())).containsExactly("Story 1: earlier");
        assertThat(rows("late", WEEK_26.next()))
                .containsExactly(cells("record", "late", "id", STORY_1));
        assertThat(rows("placement", WEEK_26.next()))
                .extracting(row -> row.get("sentGroup"))
                .containsExactly("late");
    }

    @Test
    void r4_5_a_late_addition_from_before_the_quarter_has_a_row_of_its_own() {
        company.reps(1);
        AuditWeek week = WEEK_26;
        for (int i = 0; i < 14; i++) {
            runThroughMailing(week);
            week = week.next();
        }
        PlacementId id = company.distribute(green(1)).id();
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        runThroughMailing(week);

        assertThat(groups(week)).containsExactly("Story 1: late");
        assertThat(rows("account", week)).hasSize(1);
        assertThat(rows("late", week)).isEmpty();
    }

    @Test
    void an_emailed_placement_that_left_the_quarter_is_exported_as_gone() {
        company.reps(1);
        PlacementId id = company.distribute(green(1)).id();
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        company.changePlacement.move(
                id, "2026-01-05T09:00", "America/New_York", "it was January", Company.PR);

        assertThat(rows("placement", WEEK_26))
                .containsExactly(
                        cells(
                                "record", "placement",
                                "id", STORY_1,
                                "group", "gone",
                                "outlet", "Healthcare Curated",
                                "headline", "Story 1",
                                "sentGroup", "judged",
                                "sentReachedIn24h", "no",
                                "sentInActiveSequence", "no",
                                "sentReferencedInDeal", "no",
                                "sentVerdict", "missed"));
    }

    /// One of two reps is reached; the story is in a sequence and has been used twice when the week
    /// is emailed, and an hour later the sequence is paused.
    private void usedThenPausedAfterTheMail() {
        company.reps(2);
        PlacementId id = company.distribute(green(1)).id();
        company.deliver(Company.ping(id, "rep-001"), company.now().plusSeconds(5));
        company.recordResponse.record(
                company.token(Purpose.ACKNOWLEDGE, id, "rep-001"), Map.of("choice", "read"));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "cfo"), Map.of("stage", "awareness"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("accountName", "Another hospital", "how", "talked-about"));
        company.runUntil(MONDAY);
        company.runWeeklyAudit.run();
        company.advance(Duration.ofHours(1));
        company.pauseTheCfoSequence();
    }

    private void runThroughMailing(AuditWeek week) {
        company.runUntil(RunWeeklyAudit.mailedAt(week, company.directory.agreement()));
        company.runWeeklyAudit.run();
    }

    private List<String> groups(AuditWeek week) {
        return rows("placement", week).stream()
                .map(row -> "%s: %s".formatted(row.get("headline"), row.get("group")))
                .sorted()
                .toList();
    }

    private List<Map<String, String>> rows(String record, AuditWeek week) {
        return company.exportWeek.export(week, null).rows().stream()
                .filter(row -> record.equals(row.get("record")))
                .toList();
    }

    private static Map<String, String> figure(String name, String now, String sent) {
        return cells("record", "figure", "name", name, "now", now, "sent", sent);
    }

    private static Map<String, String> cells(String... namesAndValues) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            cells.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return cells;
    }

    private static Submission green(int number) {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                .forwardability("green")
                .segments(List.of("health-systems", "payers"))
                .personas(List.of("CFO", "IT"))
                .build();
    }
}
