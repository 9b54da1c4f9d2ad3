package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A list with rows that are probably mistakes is accepted, and the answer points them out.
class ListWarningsTest {

    private static final Row RULE =
            Company.row("id", "r-1", "sequence", "cfo", "stage", "awareness");

    private final Company company = new Company(Samples.WEDNESDAY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "topic | any | This rule fits only the topic “any”. Leave it blank, and the rule fits every topic",
                "topic | * | This rule fits only the topic “*”. Leave it blank, and the rule fits every topic",
                "persona | Any | This rule fits only the persona “Any”. Leave it blank, and the rule fits every persona",
                "segment | All segments | This rule fits only the segment “All segments”. Leave it blank, and the rule fits every segment",
                "persona | CFO; COO | This rule fits no story, because “CFO; COO” is more than one persona. Add a rule for each"
            })
    void r2_1_a_condition_that_probably_fits_no_story_is_pointed_out(
            String column, String text, String message) {
        assertThat(warnings(ListName.RULES, RULE.with(column, text)))
                .containsExactly(new FieldError("items[0]." + column, message));
    }

    @Test
    void r2_1_a_topic_may_have_a_semicolon() {
        assertThat(warnings(ListName.RULES, RULE.with("topic", "access; equity"))).isEmpty();
    }

    @Test
    void r2_1_a_segment_may_be_called_all() {
        company.put(ListName.SEGMENTS, Company.row("id", "all", "name", "All accounts"));

        assertThat(warnings(ListName.RULES, RULE.with("segment", "all"))).isEmpty();
    }

    @Test
    void r1_1_somebody_who_is_on_the_list_twice_is_pointed_out() {
        Row first = Company.rep("rep-001");
        Row twin = first.with("id", "rep-009").with("name", "SAMPLE  rep-001");

        assertThat(warnings(ListName.REPS, first, twin))
                .containsExactly(
                        new FieldError(
                                "items[1].name",
                                "SAMPLE  rep-001 is on the list twice with the same address, as rep-001 and rep-009, and gets each story twice"));
        assertThat(warnings(ListName.REPS, first, twin.with("active", "false"))).isEmpty();
        assertThat(warnings(ListName.REPS, first, twin.with("name", "Somebody Else"))).isEmpty();
    }

    @Test
    void r1_12_a_role_that_the_agreement_leaves_blank_is_pointed_out() {
        Row agreement = company.replaceList.read(ListName.AGREEMENT).getFirst();

        assertThat(warnings(ListName.AGREEMENT, agreement.with("ops", "")))
                .extracting(FieldError::field)
                .contains("items[0].ops");
    }

    private List<FieldError> warnings(ListName list, Row... rows) {
        Outcome outcome =
                company.replaceList.replace(
                        list, List.of(rows), Company.PR, new ReplaceList.Options(false, true));
        return ((Outcome.Applied) outcome).difference().warnings();
    }
}
