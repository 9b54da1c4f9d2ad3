package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// While the mail system is down, the tick leaves alone what comes back by itself.
class PostponeTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(1);
        id = company.distribute(Samples.submission()).id();
    }

    @Test
    void a_check_of_what_waits_is_postponed_past_the_next_try() {
        Instant now = company.now();
        checkAt(now.plusSeconds(30));

        postpone();

        assertThat(check()).isAfter(now.plus(Duration.ofMinutes(2)));
    }

    @Test
    void a_check_that_is_due_is_not_postponed() {
        Instant now = company.now();
        checkAt(now);

        postpone();

        assertThat(check()).isEqualTo(now);
    }

    private void checkAt(Instant at) {
        Placement placement = company.find(id);
        assertThat(company.placements.replace(placement.followingUpAt(at), List.of())).isTrue();
    }

    private Instant check() {
        return company.find(id).timers().getOrDefault(Timer.FOLLOW_UP, Instant.MIN);
    }

    private void postpone() {
        new Postpone(company.placements, company::now)
                .tick(id, Mailing.RETRACTIONS, Duration.ofMinutes(1));
    }
}
