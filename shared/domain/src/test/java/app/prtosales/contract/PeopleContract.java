package app.prtosales.contract;

import static app.prtosales.samples.Samples.ADA;
import static app.prtosales.samples.Samples.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The contract of [People].
public abstract class PeopleContract {

    private static final Instant AT = Instant.parse("2026-06-24T12:00:00Z");

    protected abstract People emptyPeople();

    @Test
    void a_person_is_found_by_id() {
        People people = emptyPeople();

        people.remember(ADA);

        assertThat(people.find(ADA.id())).contains(ADA);
        assertThat(people.find(GRACE.id())).isEmpty();
    }

    @Test
    void remembering_a_person_again_changes_nothing() {
        People people = emptyPeople();

        people.remember(ADA);
        people.remember(Person.withEmail(ADA.email().toUpperCase(Locale.ROOT)));

        assertThat(people.find(ADA.id())).contains(ADA);
    }

    @Test
    void r5_10_a_deleted_person_is_not_found_and_deleting_again_changes_nothing() {
        People people = emptyPeople();
        people.remember(ADA);
        people.remember(GRACE);

        people.forget(ADA.id(), AT);
        people.forget(ADA.id(), AT.plusSeconds(1));

        assertThat(people.find(ADA.id())).isEmpty();
        assertThat(people.forgottenAt(ADA.id())).contains(AT.plusSeconds(1));
        assertThat(people.find(GRACE.id())).contains(GRACE);
        assertThat(people.forgottenAt(GRACE.id())).isEmpty();
        assertThat(people.forgottenAt("u-nobody")).isEmpty();
    }

    @Test
    void a_deleted_person_who_acts_again_is_remembered_again() {
        People people = emptyPeople();
        people.remember(ADA);
        people.forget(ADA.id(), AT);

        people.remember(ADA);

        assertThat(people.find(ADA.id())).contains(ADA);
        assertThat(people.forgottenAt(ADA.id())).isEmpty();
    }
}
