package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.OwnerScenario.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A request to a sequence owner that could not go out at dispatch: it goes out later if it still
/// holds, and if it does not, distribution ends without it.
class TasksInOutageTest {

    private final OwnerScenario owner = new OwnerScenario();
    private final ChangeScenario scenario = owner.scenario;
    private final Company company = owner.company;

    @Test
    void r2_2_a_request_that_could_not_go_out_at_dispatch_goes_out_later() {
        PlacementId id = dispatchedInOutage();

        sendingWorksAgain(id);

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertDistributionEnds(id);
    }

    @Test
    void r5_5_distribution_ends_without_the_request_of_an_earlier_round() {
        PlacementId id = dispatchedInOutage();
        turn(id, "amber");
        turn(id, "green");

        sendingWorksAgain(id);

        assertThat(owner.task(id, 1).state()).isEqualTo(DeliveryState.PLANNED);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertDistributionEnds(id);
    }

    @Test
    void r5_5_distribution_ends_without_a_request_about_a_story_that_stays_amber() {
        PlacementId id = dispatchedInOutage();
        turn(id, "amber");

        sendingWorksAgain(id);

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();
        assertDistributionEnds(id);
    }

    @Test
    void r1_11_a_catch_up_ends_without_the_request_of_an_earlier_round() {
        PlacementId id = owner.distributed();
        company.mailbox.down(true);
        turn(id, "amber");
        turn(id, "green");
        turn(id, "amber");
        turn(id, "green");
        company.mailbox.down(false);
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        assertThat(owner.task(id, 3).state()).isEqualTo(DeliveryState.PLANNED);

        company.reps(3);
        company.run(new Errand.CatchUp());
        company.work();
        company.deliverAll(id);

        assertDistributionEnds(id);
    }

    @Test
    void r2_4_distribution_ends_while_the_sequence_is_paused() {
        PlacementId id = dispatchedInOutage();
        company.sequences("health-system", "paused");

        sendingWorksAgain(id);

        assertDistributionEnds(id);
    }

    @Test
    void r2_5_distribution_of_an_exempt_story_ends_without_the_request() {
        PlacementId id = dispatchedInOutage();
        changed(
                company.changePlacement.exempt(
                        id, "inActiveSequence", "a local story", "Sample Person", Company.PR));

        sendingWorksAgain(id);

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();
        assertDistributionEnds(id);
    }

    @Test
    void r1_10_the_alarm_goes_to_the_new_address_of_ops_and_distribution_ends() {
        PlacementId id = submittedInOutage();
        company.put(
                ListName.AGREEMENT,
                company.replaceList
                        .read(ListName.AGREEMENT)
                        .getFirst()
                        .with("ops", "new-ops@sample-medtech.example"));

        sendingWorksAgain(id);

        assertThat(scenario.mailed(MailKind.NO_ACTIVE_REP))
                .containsExactly("new-ops@sample-medtech.example");
        assertDistributionEnds(id);
    }

    private PlacementId dispatchedInOutage() {
        company.reps(2);
        return submittedInOutage();
    }

    private PlacementId submittedInOutage() {
        company.mailbox.down(true);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(mapped("green"))).placement().id();
        company.workOnce();
        company.tickAndTryFor(Duration.ofMinutes(5));
        return id;
    }

    private void turn(PlacementId id, String to) {
        company.advance(Duration.ofMinutes(1));
        changed(company.changePlacement.turn(id, to, null, "legal says so", Company.PR));
        company.tickAndTryFor(Duration.ofMinutes(5));
    }

    private void sendingWorksAgain(PlacementId id) {
        company.mailbox.down(false);
        company.tickAndTryFor(Duration.ofMinutes(20));
        company.work();
        company.deliverAll(id);
    }

    private void assertDistributionEnds(PlacementId id) {
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SENDS);
    }
}
