package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionLike;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What comes of planning, the first time and again.
class PlanPingsTest {

    private static final PlacementId ID = PlacementId.of(Samples.waystar().key());

    private final Ports ports = new Ports();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), ports);

    @Test
    void it_says_how_many_pings_and_tasks_it_planned() {
        company.reps(3);
        company.submit(Samples.submission());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.Planned(3, 0));
    }

    @Test
    void r1_10_it_says_that_there_was_nobody_to_reach() {
        company.submit(Samples.submission());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NobodyToReach());
    }

    @Test
    void r1_13_it_says_that_it_is_not_to_be_sent_yet() {
        company.goTo(Samples.WEDNESDAY.minusSeconds(1));
        company.reps(3);
        company.submit(Samples.submission());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NothingToSend());
    }

    @Test
    void r4_8_it_says_that_past_coverage_is_never_sent() {
        company.reps(3);
        company.submit(new SubmissionLike(Samples.submission()).backfill(true).build());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NothingToSend());
    }

    @Test
    void it_says_that_it_knows_no_such_placement() {
        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NoSuchPlacement());
    }

    @Test
    void i9_planned_again_nobody_who_has_a_row_is_written_once_more() {
        company.reps(3);
        company.submit(Samples.submission());
        company.plan(ID);
        company.advance(Duration.ofMinutes(1));
        int before = ports.calls("Ledger.add");

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.Planned(3, 0));

        assertThat(before).isEqualTo(3);
        assertThat(ports.calls("Ledger.add")).isEqualTo(before);
    }

    @Test
    void i9_a_green_placement_of_a_company_without_distributors_is_planned_again() {
        company.reps(3);
        company.distribute(Samples.green());
        company.advance(Duration.ofMinutes(1));

        assertThat(company.plan(ID)).isInstanceOf(PlanPings.Outcome.Planned.class);
    }

    @Test
    void where_the_placement_keeps_changing_the_message_comes_again_after_five_tries() {
        company.reps(3);
        company.submit(Samples.submission());
        ports.answer("Placements.replace", false);
        int before = ports.calls("Placements.replace");

        assertThatThrownBy(() -> company.plan(ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Placements.replace") - before).isEqualTo(5);
    }
}
