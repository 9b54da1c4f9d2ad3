package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Format;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import app.prtosales.text.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a cell of a list may hold.
class RowChecksTest {

    private static final Options NOW = new Options(false, true);

    private final Company company = new Company(Samples.WEDNESDAY);

    @Test
    void a_list_in_a_cell_may_be_longer_than_other_cells() {
        assertThat(put(ListName.AGREEMENT, agreement().with("leadership", leaders(50))))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(company.directory.agreement().leadership()).hasSize(50);
    }

    @Test
    void a_list_in_a_cell_has_at_most_fifty_elements() {
        assertThat(put(ListName.AGREEMENT, agreement().with("leadership", leaders(51))))
                .isEqualTo(refused("leadership", "Enter at most 50; you have 51"));
    }

    @Test
    void each_element_of_a_list_is_as_long_as_a_cell_may_be() {
        assertThat(put(ListName.SEQUENCES, sequence("a".repeat(500) + ";" + "b".repeat(500))))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(put(ListName.SEQUENCES, sequence("a;" + "b".repeat(501))))
                .isEqualTo(
                        refused(
                                "stages",
                                "Shorten “%s…” to 500 characters; it has 501"
                                        .formatted("b".repeat(40))));
    }

    @Test
    void a_list_has_at_most_5000_characters() {
        String stages =
                IntStream.range(0, 11)
                        .mapToObj(i -> i + "a".repeat(460))
                        .collect(Collectors.joining(";"));

        assertThat(put(ListName.SEQUENCES, sequence(stages)))
                .isEqualTo(refused("stages", "Shorten the stages to 5000 characters; it has 5082"));
    }

    @Test
    void a_line_break_in_a_list_is_refused() {
        assertThat(put(ListName.SEQUENCES, sequence("awareness;deci\nsion")))
                .isEqualTo(refused("stages", "Remove the line break from the stages"));
    }

    @Test
    void the_changed_cells_of_a_preview_stay_as_few_as_an_answer_can_hold() {
        List<Row> before = sequences("a");
        company.replaceList.replace(ListName.SEQUENCES, before, Company.PR, NOW);

        Outcome outcome =
                company.replaceList.replace(
                        ListName.SEQUENCES, sequences("b"), Company.PR, new Options(true, true));

        ReplaceList.Difference difference = ((Outcome.Previewed) outcome).difference();
        assertThat(difference.cells()).hasSize(100);
        assertThat(difference.moreCells()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "awareness;~not-here, Begin “~not-here” with a character other than ~",
        "awareness;decision;awareness, Use each stage only once; “awareness” is there twice",
        "Decision;decision, Use each stage only once; “decision” is there twice",
    })
    void r2_2_a_stage_that_its_owner_could_not_choose_is_refused(String stages, String message) {
        assertThat(put(ListName.SEQUENCES, sequence(stages))).isEqualTo(refused("stages", message));
    }

    @Test
    void ids_that_differ_only_by_letter_case_are_two_ids_as_in_salesforce() {
        Row first = account("001A0000012abcD");
        Row second = account("001A0000012abcd");

        assertThat(
                        company.replaceList.replace(
                                ListName.ACCOUNTS, List.of(first, second), Company.PR, NOW))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(company.directory.accounts()).hasSize(2);
    }

    @Test
    void a_date_that_is_on_no_calendar_is_refused_in_these_words() {
        assertThat(put(ListName.AGREEMENT, agreement().with("date", "2026-02-30")))
                .isEqualTo(
                        refused(
                                "date",
                                "2026-02-30 isn’t on the calendar. Check the month and the day"));
    }

    @Test
    void a_time_in_place_of_a_date_is_refused_with_an_example() {
        assertThat(put(ListName.AGREEMENT, agreement().with("date", "2026-11-24T09:00")))
                .isEqualTo(refused("date", "Enter a date such as 2026-11-24"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topic | any | Leave this blank instead of “any”: then the rule fits every topic",
                "topic | * | Leave this blank instead of “*”: then the rule fits every topic",
                "persona | Any | Leave this blank instead of “Any”: then the rule fits every persona",
                "segment | All segments | Leave this blank instead of “All segments”: then the rule fits every segment",
                "topic | AI; cybersecurity | Enter only one topic, and add a rule for each of the others: “AI; cybersecurity” has 2",
                "format | Any | Replace “Any” with one of these: %s. Or leave it blank: then the rule fits every format"
            })
    void r2_1_a_condition_that_no_placement_could_meet_is_refused(
            String column, String text, String message) {
        Row rule = Company.row("id", "r-1", "sequence", "cfo", "stage", "awareness");

        assertThat(put(ListName.RULES, rule.with(column, text)))
                .isEqualTo(refused(column, message.formatted(Words.all(Format.class))));
    }

    @Test
    void r2_1_a_segment_may_be_called_all() {
        company.put(ListName.SEGMENTS, Company.row("id", "all", "name", "All accounts"));
        Row rule = Company.row("id", "r-1", "sequence", "cfo", "stage", "awareness");

        assertThat(put(ListName.RULES, rule.with("segment", "all")))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void r1_1_two_active_rows_with_one_name_and_address_are_refused() {
        Row twin = Company.rep("rep-001").with("id", "rep-009").with("name", "SAMPLE  rep-001");

        assertThat(putReps(Company.rep("rep-001"), twin))
                .isEqualTo(
                        refused(
                                1,
                                "name",
                                "This is the same person as in items[0]: same name and address. Keep only one of the rows"));
        assertThat(putReps(Company.rep("rep-001"), twin.with("active", "false")))
                .isInstanceOf(Outcome.Applied.class);
        assertThat(putReps(Company.rep("rep-001"), twin.with("name", "Somebody Else")))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void two_rows_of_one_person_that_are_on_the_list_already_do_not_keep_others_from_changing() {
        Row first = Company.rep("rep-001");
        Row twin = first.with("id", "rep-009");
        company.store.replace(
                ListName.REPS,
                0,
                List.of(first, twin),
                new HistoryEntry("directory-reps", company.now(), "system", "loaded", null));

        assertThat(putReps(first, twin, Company.rep("rep-002")))
                .isInstanceOf(Outcome.Applied.class);
    }

    private Outcome putReps(Row... rows) {
        return company.replaceList.replace(ListName.REPS, List.of(rows), Company.PR, NOW);
    }

    private Outcome put(ListName list, Row row) {
        return company.replaceList.replace(list, List.of(row), Company.PR, NOW);
    }

    private Row agreement() {
        return company.replaceList.read(ListName.AGREEMENT).getFirst();
    }

    private static String leaders(int count) {
        return IntStream.range(0, count)
                .mapToObj("somebody.of.the.leadership.%d@sample-medtech.example"::formatted)
                .collect(Collectors.joining(";"));
    }

    /// A hundred sequences, each with stages of 25,000 characters.
    private static List<Row> sequences(String letter) {
        String stages =
                IntStream.range(0, 10)
                        .mapToObj(i -> letter.repeat(497) + i)
                        .collect(Collectors.joining(";"));
        return IntStream.range(0, 300)
                .mapToObj(i -> sequence(stages).with("id", "sequence-" + i))
                .toList();
    }

    private static Row sequence(String stages) {
        return new Row(
                Map.of(
                        "id", "cfo",
                        "name", "CFO sequence",
                        "owner", "Sample Owner",
                        "ownerEmail", "cfo-owner@sample-medtech.example",
                        "stages", stages));
    }

    private static Row account(String id) {
        return new Row(Map.of("id", id, "name", "Sample Hospital", "segment", "payers"));
    }

    private static Outcome refused(String column, String message) {
        return refused(0, column, message);
    }

    private static Outcome refused(int row, String column, String message) {
        return new Outcome.Invalid(
                List.of(new FieldError("items[%d].%s".formatted(row, column), message)));
    }
}
