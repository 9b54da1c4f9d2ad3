package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person reads about a row of their file: what is in the cell, and what to put there
/// instead, with names and without our ids (R5.13).
class ImportErrorsTest {

    private static final Options NOW = new Options(false, true);

    private final Company company = new Company(Samples.WEDNESDAY);

    @Test
    void r5_13_an_unknown_stage_is_answered_with_the_stages_of_the_sequence_by_its_name() {
        Row rule = Company.row("id", "r1", "sequence", "cfo", "stage", "Awarenes");

        assertThat(errors(ListName.RULES, rule))
                .containsExactly(
                        new FieldError(
                                "items[0].stage",
                                "Replace “Awarenes” with a stage of CFO sequence: awareness, consideration"));
    }

    @Test
    void r5_13_an_unknown_sequence_is_answered_with_the_names_of_the_sequences() {
        Row rule = Company.row("id", "r1", "sequence", "CFO sequnce", "stage", "awareness");

        assertThat(errors(ListName.RULES, rule))
                .containsExactly(
                        new FieldError(
                                "items[0].sequence",
                                "“CFO sequnce” isn’t on your list of sequences. Your list has %s"
                                        .formatted(names())));
    }

    @Test
    void a_rule_with_a_sequences_name_is_answered_with_the_id_that_the_api_wants() {
        Row rule = Company.row("id", "r1", "sequence", "cfo  Sequence", "stage", "awareness");

        assertThat(errors(ListName.RULES, rule))
                .containsExactly(
                        new FieldError(
                                "items[0].sequence",
                                "“cfo  Sequence” is a sequence’s name. Enter its ID: cfo"));
    }

    private String names() {
        return company.directory.sequences().values().stream()
                .map(Sequence::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "active | On Leave | Replace “On Leave” with yes or no",
                "employment | Contingent | Replace “Contingent” with one of these: employee, distributor",
                "zone | EST | Replace “EST” with a time zone such as America/New_York",
                "id | W 1 | Replace “W 1”. An ID has 1 to 64 letters, digits, dots, hyphens, or underscores, and no spaces",
                "email | ann@a.example; bo@a.example | Keep only one email address here; there are 2",
                "email | ann@@x.example | Enter one email address, such as ada@sample-medtech.example",
                "email | Ann <ann@a.example> Bo <bo@a.example> | Keep only one email address here; there are 2",
                "email | Ann Lee <ann@a.example> | Enter one email address, such as ada@sample-medtech.example",
                "secondEmail | a nn@a.example | Type this address again. It has a space or an invisible character in it",
            })
    void a_cell_that_cannot_be_read_is_answered_with_what_to_put_there(
            String column, String cell, String message) {
        assertThat(errors(ListName.REPS, Company.rep("rep-001").with(column, cell)))
                .containsExactly(new FieldError("items[0]." + column, message));
    }

    @Test
    void an_address_with_an_invisible_character_has_to_be_typed_again() {
        assertThat(
                        errors(
                                ListName.REPS,
                                Company.rep("rep-001").with("email", "ann\u200B@a.example")))
                .extracting(FieldError::message)
                .containsExactly(
                        "Type this address again. It has a space or an invisible character in it");
    }

    @Test
    void a_duplicate_id_names_the_other_row_and_two_empty_ids_are_only_missing() {
        Row rep = Company.rep("rep-001");

        assertThat(errors(ListName.REPS, rep, Company.rep("rep-002"), rep))
                .containsExactly(
                        new FieldError(
                                "items[2].id",
                                "“rep-001” is also the ID in items[0]. Use each ID only once"));
        assertThat(errors(ListName.REPS, rep.with("id", ""), rep.with("id", "")))
                .extracting(FieldError::message)
                .containsExactly("Enter an ID", "Enter an ID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEQUENCES | ownerEmail | Enter the owner’s email address",
                "SEQUENCES | owner | Enter the owner’s name",
                "AGREEMENT | leadership | Enter the leaders’ email addresses",
                "RULES | stage | Enter the stage",
            })
    void a_missing_value_is_called_what_people_call_it(
            ListName list, String column, String message) {
        Row row = company.replaceList.read(list).getFirst().with(column, "");

        assertThat(errors(list, row))
                .containsExactly(new FieldError("items[0]." + column, message));
    }

    private List<FieldError> errors(ListName list, Row... rows) {
        Outcome outcome = company.replaceList.replace(list, List.of(rows), Company.PR, NOW);
        return ((Outcome.Invalid) outcome).errors();
    }
}
