package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The results of planning, the first time and when repeated.
class PlanPingsTest {

    private static final PlacementId ID = PlacementId.of(Samples.waystar().key());

    private final Ports ports = new Ports();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), ports);

    @Test
    void planning_returns_the_number_of_pings_and_tasks() {
        company.reps(3);
        company.submit(Samples.submission());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.Planned(3, 0));
    }

    @Test
    void r1_10_planning_reports_that_there_is_nobody_to_reach() {
        company.submit(Samples.submission());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NobodyToReach());
    }

    @Test
    void r1_13_planning_before_publication_reports_that_there_is_nothing_to_send() {
        company.goTo(Samples.WEDNESDAY.minusSeconds(1));
        company.reps(3);
        company.submit(Samples.submission());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NothingToSend());
    }

    @Test
    void r4_8_planning_a_backfill_reports_that_there_is_nothing_to_send() {
        company.reps(3);
        company.submit(new SubmissionBuilder(Samples.submission()).backfill(true).build());

        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NothingToSend());
    }

    @Test
    void planning_an_unknown_placement_reports_that_there_is_no_such_placement() {
        assertThat(company.plan(ID)).isEqualTo(new PlanPings.Outcome.NoSuchPlacement());
    }

    @Test
    void i9_planning_again_adds_no_row_again() {
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
    void i9_a_green_placement_without_distributors_can_be_planned_again() {
        company.reps(3);
        company.distribute(Samples.green());
        company.advance(Duration.ofMinutes(1));

        assertThat(company.plan(ID)).isInstanceOf(PlanPings.Outcome.Planned.class);
    }

    @Test
    void i9_planning_again_queues_the_distributors_pings_again() {
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("employment", "distributor")));
        company.submit(Samples.green());
        company.plan(ID);
        company.queue.messages.clear();
        company.advance(Duration.ofMinutes(1));

        company.plan(ID);

        assertThat(company.queue.messages)
                .contains(
                        new Company.Message(
                                ID, Mailing.DISTRIBUTOR_PINGS, Samples.reps("rep-002"), false));
    }

    @Test
    void planning_fails_after_five_tries_if_the_placement_keeps_changing() {
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
