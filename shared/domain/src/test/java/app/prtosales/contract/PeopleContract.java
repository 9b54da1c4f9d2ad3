package app.prtosales.contract;

import static app.prtosales.samples.Samples.ADA;
import static app.prtosales.samples.Samples.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What [People] promises.
public abstract class PeopleContract {

    protected abstract People nobody();

    @Test
    void a_person_is_found_by_the_id_that_everything_else_holds() {
        People people = nobody();

        people.remember(ADA);

        assertThat(people.find(ADA.id())).contains(ADA);
        assertThat(people.find(GRACE.id())).isEmpty();
    }

    @Test
    void saying_it_again_changes_nothing() {
        People people = nobody();

        people.remember(ADA);
        people.remember(Person.withEmail(ADA.email().toUpperCase(Locale.ROOT)));

        assertThat(people.find(ADA.id())).contains(ADA);
    }
}
