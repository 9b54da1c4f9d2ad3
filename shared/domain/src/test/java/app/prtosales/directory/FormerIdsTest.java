package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R1.1: an upload may bring a former rep back under a new id and use the old one for somebody
/// else. It gets the same answer the first time and the second time.
class FormerIdsTest {

    private static final String KEEP =
            ". Records stay with an ID, so never give one person’s ID to another";
    private static final Row FIRST = Company.rep("rep-001");
    private static final Row RENAMED = FIRST.with("id", "HR-9001");
    private static final Row SECOND = Company.rep("rep-002");
    private static final Row THIRD = Company.rep("rep-003");
    private static final Row NEW = Company.rep("rep-009");

    private final Company company = new Company(Samples.WEDNESDAY);

    @BeforeEach
    void put() {
        company.reps(3);
    }

    @Test
    void a_former_reps_id_is_refused_for_someone_else_while_the_rep_returns_under_a_new_id() {
        assertPut(SECOND, THIRD);
        Row other = NEW.with("id", "rep-001");

        for (int time = 1; time <= 2; time++) {
            assertRefused(
                    "This was the ID of Sample rep-001, who now has the ID HR-9001",
                    other,
                    RENAMED,
                    SECOND,
                    THIRD);
        }
    }

    @Test
    void an_earlier_id_is_refused_for_someone_else_while_its_rep_gets_a_third_id() {
        assertPut(RENAMED, SECOND, THIRD);
        company.advance(Duration.ofDays(61));
        assertPut(RENAMED, SECOND, THIRD);

        assertRefused(
                "This was the ID of Sample rep-001, who now has the ID W-1",
                NEW.with("id", "rep-001"),
                FIRST.with("id", "W-1"),
                SECOND,
                THIRD);
    }

    @Test
    void a_rep_can_have_an_earlier_id_back_at_another_address() {
        assertPut(RENAMED, SECOND, THIRD);
        Row moved = FIRST.with("email", "ann.lee@sample-medtech.example");
        assertPut(moved.with("id", "HR-9001"), SECOND, THIRD);

        assertPut(moved, SECOND, THIRD);

        assertThat(company.directory.roster().idsOf(new RepId("HR-9001")))
                .containsExactly(new RepId("rep-001"), new RepId("HR-9001"));
    }

    @Test
    void a_removed_rep_is_not_recognized_after_60_days_even_if_no_list_was_uploaded_since() {
        assertPut(SECOND, THIRD);
        company.advance(Duration.ofDays(61));

        assertPut(RENAMED, SECOND, THIRD);

        assertThat(company.directory.roster().idsOf(new RepId("HR-9001")))
                .containsExactly(new RepId("HR-9001"));
    }

    private void assertPut(Row... rows) {
        assertThat(replace(new Options(false, true), rows)).isInstanceOf(Outcome.Applied.class);
    }

    private void assertRefused(String why, Row... rows) {
        assertThat(replace(new Options(false, true), rows)).isEqualTo(refusal(why));
    }

    private static Outcome refusal(String why) {
        return new Outcome.Invalid(List.of(new FieldError("items[0].id", why + KEEP)));
    }

    private Outcome replace(Options options, Row... rows) {
        return company.replaceList.replace(ListName.REPS, List.of(rows), Company.PR, options);
    }
}
