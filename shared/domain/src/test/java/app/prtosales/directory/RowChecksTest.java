package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
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
    void r1_9_a_warning_goes_out_before_the_deadline_and_at_most_24_hours_before() {
        String howToFix =
                "Enter hours above 0 and up to 24, such as 12h: a warning goes out before the deadline";
        for (String step : List.of("0h", "PT0S", "-1h", "25h", "PT24H1S")) {
            assertThat(put(ListName.AGREEMENT, agreement().with("warnings", step)))
                    .as(step)
                    .isEqualTo(refused("warnings", howToFix));
        }
        assertThat(put(ListName.AGREEMENT, agreement().with("warnings", "24h;PT1S")))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void r1_9_a_warning_that_appears_twice_is_refused_however_it_is_written() {
        assertThat(put(ListName.AGREEMENT, agreement().with("warnings", "12h; PT720M; 4h")))
                .isEqualTo(
                        refused("warnings", "Use each warning only once; “PT720M” appears twice"));
        assertThat(put(ListName.AGREEMENT, agreement().with("warnings", "12; 12h; PT12H")))
                .isInstanceOf(Outcome.Invalid.class);
    }

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
    void each_element_of_a_list_may_be_as_long_as_a_cell() {
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
    void a_preview_lists_100_changed_cells_and_counts_the_others() {
        List<Row> before = sequences("a");
        company.replaceList.replace(ListName.SEQUENCES, before, Company.PR, NOW);

        Outcome outcome =
                company.replaceList.replace(
                        ListName.SEQUENCES, sequences("b"), Company.PR, new Options(true, true));

        Difference difference = ((Outcome.Previewed) outcome).difference();
        assertThat(difference.rows().cells()).hasSize(100);
        assertThat(difference.rows().moreCells()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "awareness;~not-here, Begin “~not-here” with a character other than ~",
        "awareness;decision;awareness, Use each stage only once; “awareness” appears twice",
        "Decision;decision, Use each stage only once; “decision” appears twice",
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
    void a_date_that_does_not_exist_is_named_in_the_error() {
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

    @Test
    void r2_1_a_rule_for_every_format_leaves_the_format_blank() {
        Row rule = Company.row("id", "r-1", "sequence", "cfo", "stage", "awareness");

        assertThat(put(ListName.RULES, rule.with("format", "Any")))
                .isEqualTo(
                        refused(
                                "format",
                                "Replace “Any” with one of these: %s. Or leave it blank: then the rule fits every format"
                                        .formatted(Words.all(Format.class))));
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

    /// 300 sequences, each with almost 5,000 characters of stages.
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
