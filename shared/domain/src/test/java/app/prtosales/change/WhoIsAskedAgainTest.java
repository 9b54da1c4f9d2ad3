package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.OwnerScenario.AWARENESS;
import static app.prtosales.change.OwnerScenario.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Which owners are asked about a story that can be used again (R2.2, R2.4, R5.5).
class WhoIsAskedAgainTest {

    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";

    private final OwnerScenario owner = new OwnerScenario();
    private final ChangeScenario scenario = owner.scenario;
    private final Company company = owner.company;

    @Test
    void r4_8_the_owner_of_a_backfill_who_was_never_asked_is_not_asked_when_it_is_green_again() {
        PlacementId id = backfill();
        owner.turn(id, "amber");

        owner.turn(id, "green");
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);
    }

    @Test
    void r4_8_the_owner_who_confirmed_a_backfill_is_asked_when_it_is_green_again() {
        PlacementId id = backfill();
        owner.answer(id, AWARENESS);
        owner.turn(id, "amber");

        owner.turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
    }

    @Test
    void r2_1_r4_8_the_owner_chosen_for_a_backfill_that_is_green_again_is_asked_at_once() {
        PlacementId id = backfill();
        owner.turn(id, "amber");
        owner.turn(id, "green");

        changed(company.changePlacement.choose(id, "cfo", "awareness", "it fits", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
    }

    private PlacementId backfill() {
        return ((SubmitOutcome.Accepted)
                        company.submit(
                                new SubmissionBuilder(mapped("green")).backfill(true).build()))
                .placement()
                .id();
    }

    @Test
    void r2_4_the_owner_of_an_old_story_is_asked_when_its_paused_sequence_runs_again() {
        PlacementId id = owner.confirmed();
        company.runUntil(company.now().plus(Duration.ofDays(100)));
        owner.turn(id, "amber");
        company.sequences("health-system", "paused");
        owner.turn(id, "green");
        company.runUntil(company.now().plus(Duration.ofDays(10)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);

        company.sequences("health-system", "active");
        company.run(new Errand.RulesChanged());
        company.runUntil(company.now().plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(2);

        owner.answer(id, AWARENESS);
        assertThat(owner.finding(id).answer()).isEqualTo(Answer.YES);
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);
    }
}
