package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a list says of reps who left and are on it again: they are added, but not new.
class ComingBackTest {

    private final Company company = new Company(Samples.WEDNESDAY);

    @BeforeEach
    void secondRepLeaves() {
        company.reps(2);
        company.putReps(List.of(Company.rep("rep-001")));
    }

    @Test
    void r1_11_a_former_rep_under_the_same_id_is_back() {
        Difference difference = with(Company.rep("rep-002"));

        assertThat(difference.rows().added()).containsExactly("rep-002");
        assertThat(difference.back()).containsExactly("rep-002");
    }

    @Test
    void whoever_was_never_on_the_list_is_not_back() {
        assertThat(with(Company.rep("rep-003")).back()).isEmpty();
    }

    @Test
    void a_rep_with_a_former_id_is_back_however_long_they_were_away() {
        company.advance(Duration.ofDays(90));

        assertThat(with(Company.rep("rep-002")).back()).containsExactly("rep-002");
    }

    @Test
    void a_rep_who_is_still_on_the_list_is_not_back() {
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002")));

        assertThat(with(Company.rep("rep-002").with("zone", "Europe/Berlin")).back()).isEmpty();
    }

    @Test
    void a_former_rep_under_another_id_is_the_same_person() {
        Difference difference = with(Company.rep("rep-002").with("id", "hr-2"));

        assertThat(difference.back()).isEmpty();
        assertThat(difference.samePeople())
                .extracting(SamePerson::before, SamePerson::after)
                .containsExactly(tuple("rep-002", "hr-2"));
        assertThat(difference.dropped()).isZero();
    }

    @Test
    void only_the_list_of_reps_can_have_people_who_are_back() {
        Outcome outcome =
                company.replaceList.replace(
                        ListName.SEGMENTS,
                        List.of(Company.row("id", "hospices", "name", "Hospices")),
                        Company.PR,
                        new Options(true, true));

        assertThat(((Outcome.Previewed) outcome).difference().back()).isEmpty();
    }

    private Difference with(Row rep) {
        Outcome outcome =
                company.replaceList.replace(
                        ListName.REPS,
                        List.of(Company.rep("rep-001"), rep),
                        Company.PR,
                        new Options(true, true));
        return ((Outcome.Previewed) outcome).difference();
    }
}
