package app.prtosales.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.6: which changes become pending again once a rep whom they did not reach can be emailed.
class RepeatMissedChangesTest {

    private final Ports ports = new Ports();
    private final ChangeScenario scenario = new ChangeScenario(ports);
    private final Company company = scenario.company;

    @Test
    void r5_6_only_the_correction_that_a_rep_missed_becomes_pending_again() {
        PlacementId id = scenario.delivered();
        scenario.correct(id, "Better");
        company.deliver(new DeliveryId(id.value(), "rep-002", MailKind.CORRECTION), company.now());
        awayDuring(id, "Best");

        company.run(new Errand.MissedChanges(id));

        assertThat(pending(id)).extracting(PendingChange::number).containsExactly(2);
    }

    @Test
    void i9_a_change_that_is_pending_again_does_not_become_pending_twice() {
        PlacementId id = scenario.delivered();
        awayDuring(id, "Better");
        company.run(new Errand.MissedChanges(id));

        company.run(new Errand.MissedChanges(id));

        assertThat(pending(id)).hasSize(1);
    }

    @Test
    void repeating_fails_after_eight_tries_if_the_placement_keeps_changing() {
        PlacementId id = scenario.delivered();
        awayDuring(id, "Better");
        ports.answer("Placements.replace", false);
        int before = ports.calls("Placements.replace");

        assertThatThrownBy(() -> company.run(new Errand.MissedChanges(id)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keeps changing");

        assertThat(ports.calls("Placements.replace") - before).isEqualTo(8);
    }

    /// The second rep is inactive during a correction and then active again.
    private void awayDuring(PlacementId id, String headline) {
        company.putReps(ChangeScenario.team(Company.rep("rep-002").with("active", "false")));
        scenario.correct(id, headline);
        company.advance(Duration.ofMinutes(1));
        company.putReps(ChangeScenario.team(Company.rep("rep-002")));
    }

    private List<PendingChange> pending(PlacementId id) {
        return company.find(id).changes().pending();
    }
}
