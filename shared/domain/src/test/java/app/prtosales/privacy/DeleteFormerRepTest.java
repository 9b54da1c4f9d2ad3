package app.prtosales.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.privacy.DeletePerson.Outcome;
import app.prtosales.samples.Samples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.10: what the list still keeps about a rep who left, or got a new id, belongs to this rep only
/// and is deleted together with the rep.
class DeleteFormerRepTest {

    private static final String ADDRESS = "rep-001@sample-medtech.example";
    private static final Row SECOND = Company.rep("rep-002");
    private static final Row THIRD = Company.rep("rep-003");

    private final Company company = new Company(Samples.WEDNESDAY);
    private final DeletePerson deletePerson = company.deletePerson();

    @BeforeEach
    void put() {
        company.reps(3);
    }

    @Test
    void somebody_else_with_the_id_of_a_rep_who_left_does_not_get_the_earlier_ids() {
        somebodyElseGetsTheSecondId();

        assertThat(company.directory.roster().find(new RepId("rep-001"))).isEmpty();
        assertThat(delete("rep-001")).isEqualTo(new Outcome.Deleted(Set.of("rep-001")));
        assertThat(company.directory.roster().find(new RepId("HR-9001"))).isPresent();
    }

    @Test
    void a_rep_who_left_can_have_the_first_id_back_though_somebody_else_has_the_second() {
        somebodyElseGetsTheSecondId();
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-009").with("id", "HR-9001"),
                        SECOND,
                        THIRD));

        assertThat(company.directory.roster().find(new RepId("rep-001")).orElseThrow().email())
                .isEqualTo(ADDRESS);
    }

    private void somebodyElseGetsTheSecondId() {
        company.putReps(List.of(Company.rep("rep-001").with("id", "HR-9001"), SECOND, THIRD));
        company.putReps(List.of(SECOND, THIRD));
        company.putReps(List.of(Company.rep("rep-009").with("id", "HR-9001"), SECOND, THIRD));
    }

    @Test
    void the_address_of_a_rep_who_left_is_deleted_together_with_the_id() {
        company.people.remember(Person.withEmail(ADDRESS));
        company.putReps(List.of(SECOND, THIRD));

        assertThat(delete("rep-001"))
                .isEqualTo(new Outcome.Deleted(Set.of("rep-001", Person.idOf(ADDRESS))));

        assertThat(company.people.find(Person.idOf(ADDRESS))).isEmpty();
    }

    @Test
    void an_old_address_is_deleted_together_with_the_rep() {
        company.people.remember(Person.withEmail(ADDRESS));
        company.putReps(
                List.of(
                        Company.rep("rep-001")
                                .with("id", "HR-9001")
                                .with("email", "rep-001@new-medtech.example"),
                        SECOND,
                        THIRD));

        delete("HR-9001");

        assertThat(company.people.find(Person.idOf(ADDRESS))).isEmpty();
    }

    @Test
    void an_address_of_a_deleted_rep_stays_if_another_rep_has_it() {
        company.people.remember(Person.withEmail(ADDRESS));
        company.putReps(List.of(SECOND.with("email", ADDRESS), THIRD));

        assertThat(delete("rep-001")).isEqualTo(new Outcome.Deleted(Set.of("rep-001")));

        assertThat(company.people.find(Person.idOf(ADDRESS))).isPresent();
    }

    @Test
    void a_rep_who_left_but_is_still_in_charge_cannot_be_deleted_by_id() {
        company.putReps(List.of(Company.rep("rep-001").with("email", Company.CEO), SECOND, THIRD));
        company.putReps(List.of(SECOND, THIRD));

        assertThat(delete("rep-001"))
                .isEqualTo(new Outcome.InCharge(List.of("in leadership in the agreement")));
    }

    private Outcome delete(String person) {
        return deletePerson.delete(person, "asked to be deleted", Company.PR);
    }
}
