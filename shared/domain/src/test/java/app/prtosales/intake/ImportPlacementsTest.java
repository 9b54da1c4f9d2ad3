package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.ImportPlacements.Options;
import app.prtosales.intake.ImportPlacements.Outcome;
import app.prtosales.intake.ImportPlacements.Row;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportPlacementsTest {

    private static final Submission PAST =
            new SubmissionBuilder(Samples.submission(Samples.leanTaas()))
                    .publishedAt("2026-06-02T09:00")
                    .backfill(true)
                    .build();
    private static final FieldError WITHDRAWN_BEFORE =
            new FieldError(
                    "line 2: url",
                    "This story was withdrawn before. Importing it adds it as a new one");

    private static final FieldError NOT_IMPORTED =
            new FieldError(
                    "line 2: sequence",
                    "This story wasn’t imported, so its sequence and deal aren’t taken from the file: its sequence’s owner and the reps record them");

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r4_8_an_imported_use_is_kept_but_is_not_one_of_this_weeks_deals() {
        Submission past =
                new SubmissionBuilder(Samples.submission())
                        .publishedAt("2026-06-02T09:00")
                        .backfill(true)
                        .build();
        Row row = new Row("line 2", past, null, null, "Mercy Valley", "talked-about");

        Outcome taken =
                company.importPlacements.run(List.of(row), Company.PR, new Options(false, false));

        WeeklyReport quarter = company.reportWeek.quarter(company.reportWeek.current());
        assertThat(taken.usedInDeals()).isEqualTo(1);
        assertThat(quarter.judged().getFirst().facts().uses()).hasSize(1);
        assertThat(quarter.inPlay().deals()).isZero();
        assertThat(company.history.of(taken.added().getFirst()))
                .extracting(HistoryEntry::at)
                .containsOnly(company.now());
    }

    @Test
    void r5_13_a_row_that_cannot_be_read_is_answered_with_names_and_not_with_ids() {
        Submission unknown = new SubmissionBuilder(PAST).segments(List.of("vets, payers")).build();

        assertThat(
                        messages(
                                new Row(
                                        "line 2",
                                        unknown,
                                        "CFO seq",
                                        "awarness",
                                        "Mercy Valley",
                                        null)))
                .containsExactly(
                        "“vets, payers” isn’t one of your segments. Choose from %s. Separate several with “;”"
                                .formatted(
                                        String.join(
                                                ", ",
                                                new TreeSet<>(
                                                        company.directory
                                                                .segmentNames()
                                                                .values()))),
                        "“CFO seq” isn’t on your list of sequences. Your list has %s"
                                .formatted(
                                        company.directory.sequences().values().stream()
                                                .map(Sequence::name)
                                                .sorted()
                                                .collect(Collectors.joining(", "))),
                        "Say how it was used, with one of these: sent to the customer, talked about, in a proposal, in a meeting");
        assertThat(
                        messages(
                                new Row(
                                        "line 2",
                                        PAST,
                                        "cfo sequence",
                                        "awarness",
                                        "Mercy",
                                        "Emailed")))
                .containsExactly(
                        "Replace “awarness” with a stage of CFO sequence: awareness, consideration",
                        "Replace “Emailed” with one of these: sent to the customer, talked about, in a proposal, in a meeting");
    }

    @Test
    void r4_8_a_story_that_is_not_published_yet_belongs_in_the_form() {
        Submission later = new SubmissionBuilder(PAST).publishedAt("2026-12-24T09:00").build();

        assertThat(run(new Row("line 2", later, null, null, null, null)).errors())
                .containsExactly(
                        new FieldError(
                                "line 2: backfill",
                                "This story isn’t published yet. Check the date, or submit the story with the form"));
    }

    private List<String> messages(Row row) {
        return run(row).errors().stream().map(FieldError::message).toList();
    }

    @Test
    void r4_8_a_story_that_was_withdrawn_is_imported_as_a_new_placement() {
        PlacementId withdrawn = withdrawn(PAST);

        Outcome outcome = run(usedAt("Mercy Valley"));

        PlacementId again = new PlacementId(outcome.added().getFirst());
        assertThat(again).isNotEqualTo(withdrawn);
        assertThat(outcome.known()).isEmpty();
        assertThat(company.find(again).backfill()).isTrue();
        assertThat(company.responses.thatCount(again)).hasSize(1);
        assertThat(company.responses.thatCount(withdrawn)).isEmpty();
        assertThat(company.reportWeek.quarter(company.reportWeek.current()).judged())
                .extracting(PlacementAnswers::id)
                .containsExactly(again);
        assertThat(company.history.of(again.value()))
                .extracting(HistoryEntry::what)
                .contains("imported from the past, after the previous placement was withdrawn");
    }

    @Test
    void r4_8_a_dry_run_says_which_story_was_withdrawn_before() {
        withdrawn(PAST);

        Outcome outcome =
                company.importPlacements.run(
                        List.of(usedAt("Mercy Valley")), Company.PR, new Options(true, false));

        assertThat(outcome.added()).hasSize(1);
        assertThat(outcome.known()).isEmpty();
        assertThat(outcome.warnings()).contains(WITHDRAWN_BEFORE);
    }

    @Test
    void r4_8_an_import_says_which_story_was_withdrawn_before_and_repeating_it_changes_nothing() {
        withdrawn(PAST);

        Outcome first = run(usedAt("Mercy Valley"));
        Outcome again = run(usedAt("Mercy Valley"));

        assertThat(first.warnings()).contains(WITHDRAWN_BEFORE);
        assertThat(again.added()).isEmpty();
        assertThat(again.known()).isEqualTo(first.added());
        assertThat(again.warnings()).doesNotContain(WITHDRAWN_BEFORE);
    }

    @Test
    void r4_8_a_dry_run_predicts_the_id_even_if_another_story_now_has_the_original_link() {
        PlacementId withdrawn = accepted(Samples.submission());
        company.changePlacement.correct(
                withdrawn,
                new CorrectionRequest(Map.of("url", PAST.url()), null, null, "the link was wrong"),
                Company.PR);
        company.changePlacement.withdraw(withdrawn, "too early", Company.PR);
        PlacementId other = accepted(Samples.submission());

        Outcome dry =
                company.importPlacements.run(
                        List.of(usedAt("Mercy Valley")), Company.PR, new Options(true, false));
        Outcome imported = run(usedAt("Mercy Valley"));

        assertThat(dry.added()).hasSize(1).doesNotContain(other.value());
        assertThat(imported.added()).isEqualTo(dry.added());
    }

    @Test
    void r4_8_an_imported_story_that_was_withdrawn_can_be_imported_again() {
        PlacementId first = new PlacementId(run(usedAt("Mercy Valley")).added().getFirst());
        company.changePlacement.withdraw(first, "the wrong file", Company.PR);

        assertThat(run(usedAt("Mercy Valley")).added()).hasSize(1).doesNotContain(first.value());
    }

    @Test
    void r4_8_a_row_about_a_copy_names_the_placement_that_it_belongs_to() {
        PlacementId id = accepted(Samples.submission());
        company.changePlacement.attachCopy(
                id, PAST.url(), "Elsewhere", "the same story", Company.PR);

        Outcome imported = run(usedAt("Mercy Valley"));
        Outcome dry =
                company.importPlacements.run(
                        List.of(usedAt("Mercy Valley")), Company.PR, new Options(true, false));

        assertThat(imported.known()).containsExactly(id.value());
        assertThat(dry.known()).containsExactly(id.value());
    }

    @Test
    void a_warning_about_a_json_item_names_its_field_as_an_error_does() {
        withdrawn(PAST);

        Outcome outcome = run(new Row("items[0]", PAST, null, null, null, null));

        assertThat(outcome.warnings())
                .extracting(FieldError::field)
                .containsExactly("items[0].url");
    }

    @Test
    void r2_2_an_import_records_no_outcomes_for_a_placement_submitted_with_the_form() {
        PlacementId live = accepted(green(false));

        Outcome outcome = run(withOutcomes(green(true)));

        assertThat(outcome.known()).containsExactly(live.value());
        assertThat(company.responses.recorded(company.find(live))).isEmpty();
        assertThat(outcome.inSequences()).isZero();
        assertThat(outcome.usedInDeals()).isZero();
        assertThat(outcome.warnings()).contains(NOT_IMPORTED);
    }

    @Test
    void a_dry_run_says_which_outcomes_are_not_recorded() {
        accepted(green(false));

        Outcome outcome =
                company.importPlacements.run(
                        List.of(withOutcomes(green(true))), Company.PR, new Options(true, false));

        assertThat(outcome.inSequences()).isZero();
        assertThat(outcome.usedInDeals()).isZero();
        assertThat(outcome.warnings()).contains(NOT_IMPORTED);
    }

    @Test
    void r5_5_outcomes_of_an_amber_placement_come_with_a_warning_that_they_do_not_count_yet() {
        Row amber = new Row("line 2", PAST, null, null, null, null);
        PlacementId id = new PlacementId(run(amber).added().getFirst());

        Outcome outcome = run(withOutcomes(green(true)));

        assertThat(outcome.known()).containsExactly(id.value());
        assertThat(company.responses.thatCount(id)).hasSize(2);
        assertThat(outcome.warnings())
                .contains(
                        new FieldError(
                                "line 2: sequence",
                                "This story is Amber, so its sequence and deal don’t count until it’s Green"));
    }

    @Test
    void r4_8_outcomes_of_a_green_placement_come_without_a_warning() {
        assertThat(run(withOutcomes(green(true))).warnings()).isEmpty();
    }

    @Test
    void an_account_is_found_by_its_exact_id_before_one_in_another_letter_case() {
        company.put(ListName.ACCOUNTS, account("001A0000012abcD"), account("001A0000012abcd"));

        PlacementId id = new PlacementId(run(usedAt("001A0000012abcd")).added().getFirst());

        assertThat(company.responses.thatCount(id))
                .extracting(each -> ((Referenced) each).account())
                .containsExactly(new AccountId("001A0000012abcd"));
    }

    @Test
    void a_sequence_is_found_by_its_exact_id_before_one_in_another_letter_case() {
        company.put(ListName.SEQUENCES, sequence("A1"), sequence("a1"));

        PlacementId id =
                new PlacementId(
                        run(new Row("line 2", PAST, "a1", "awareness", null, null))
                                .added()
                                .getFirst());

        assertThat(company.responses.thatCount(id))
                .extracting(each -> ((InSequence) each).sequence())
                .containsExactly(new SequenceId("a1"));
    }

    @Test
    void a_name_that_two_sequences_share_is_refused_with_their_ids() {
        company.put(
                ListName.SEQUENCES,
                sequence("s-1").with("name", "CFO outreach"),
                sequence("s-2").with("name", "CFO outreach"));

        assertThat(run(new Row("line 2", PAST, "CFO outreach", "awareness", null, null)).errors())
                .extracting(FieldError::message)
                .containsExactly(
                        "You have several sequences called “CFO outreach”. Enter the ID of one: s-1, s-2");
    }

    private static app.prtosales.directory.Row account(String id) {
        return Company.row("id", id, "name", "Hospital " + id, "segment", "payers");
    }

    private static app.prtosales.directory.Row sequence(String id) {
        return Company.row(
                "id",
                id,
                "name",
                "Sequence " + id,
                "owner",
                "Sample Owner",
                "ownerEmail",
                "owner@sample-medtech.example",
                "stages",
                "awareness");
    }

    private Outcome run(Row row) {
        return company.importPlacements.run(List.of(row), Company.PR, new Options(false, false));
    }

    private static Row usedAt(String account) {
        return new Row("line 2", PAST, null, null, account, "talked-about");
    }

    private static Submission green(boolean backfill) {
        return new SubmissionBuilder(PAST).forwardability("green").backfill(backfill).build();
    }

    private static Row withOutcomes(Submission submission) {
        return new Row("line 2", submission, "cfo", "awareness", "Mercy Valley", "talked-about");
    }

    private PlacementId withdrawn(Submission submission) {
        PlacementId id = accepted(submission);
        company.changePlacement.withdraw(id, "the wrong link", Company.PR);
        return id;
    }

    private PlacementId accepted(Submission submission) {
        return ((SubmitOutcome.Accepted) company.submit(submission)).placement().id();
    }
}
