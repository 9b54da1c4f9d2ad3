package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Stopping and resuming emails to reps by hand.
class SendingSwitchTest {

    private static final Person OPS = Person.withEmail(Company.OPS);

    private final Company company = new Company(Samples.WEDNESDAY);
    private final SendingSwitch sending = new SendingSwitch(company.guard, company.people);

    @Test
    void the_current_stop_is_shown_with_the_person_who_made_it() {
        sending.stop("we’re switching email providers", OPS);

        Optional<Stop> stop = sending.standing().stop();

        assertThat(stop.map(Stop::why)).contains("we’re switching email providers");
        assertThat(stop.map(Stop::by).map(sending::named)).contains(Company.OPS);
    }

    @Test
    void the_person_who_resumes_sending_is_known_too() {
        company.guard.stop("we’re switching email providers", Company.PR);

        assertThat(sending.resume("the switch is done", OPS)).isTrue();

        assertThat(sending.standing().stop()).isEmpty();
        assertThat(sending.standing().stops().getLast().endedBy()).isEqualTo(OPS.id());
        assertThat(sending.named(OPS.id())).isEqualTo(Company.OPS);
    }

    @Test
    void resuming_without_a_stop_does_nothing() {
        assertThat(sending.resume("the switch is done", OPS)).isFalse();
    }

    @Test
    void r5_10_a_deleted_person_is_shown_only_by_id() {
        sending.stop("we’re switching email providers", OPS);
        company.people.forget(OPS.id(), company.now().plus(Duration.ofDays(1)));

        assertThat(sending.named(OPS.id())).isEqualTo(OPS.id());
    }
}
