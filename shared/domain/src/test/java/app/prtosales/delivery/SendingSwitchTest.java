package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Somebody stops the mails to reps by hand, and lets them go on.
class SendingSwitchTest {

    private static final Person OPS = Person.withEmail(Company.OPS);

    private final Company company = new Company(Samples.WEDNESDAY);
    private final SendingSwitch sending = new SendingSwitch(company.guard, company.people);

    @Test
    void it_shows_the_stop_that_is_in_force_and_who_asked_for_it() {
        sending.stop("our mailboxes move", OPS);

        Optional<Stop> stop = sending.standing().stop();

        assertThat(stop.map(Stop::why)).contains("our mailboxes move");
        assertThat(stop.map(Stop::by).map(sending::named)).contains(Company.OPS);
    }

    @Test
    void who_lets_them_go_on_is_known_by_name_as_well() {
        company.guard.stop("our mailboxes move", Company.PR);

        assertThat(sending.goOn("they moved", OPS)).isTrue();

        assertThat(sending.standing().stop()).isEmpty();
        assertThat(sending.standing().stops().getLast().endedBy()).isEqualTo(OPS.id());
        assertThat(sending.named(OPS.id())).isEqualTo(Company.OPS);
    }

    @Test
    void where_nothing_was_stopped_nothing_goes_on() {
        assertThat(sending.goOn("they moved", OPS)).isFalse();
    }

    @Test
    void r5_10_who_was_deleted_is_shown_by_the_id_alone() {
        sending.stop("our mailboxes move", OPS);
        company.people.forget(OPS.id(), company.now().plus(Duration.ofDays(1)));

        assertThat(sending.named(OPS.id())).isEqualTo(OPS.id());
    }
}
