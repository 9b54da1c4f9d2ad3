package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.4, R5.5: a distributor who read only a copy of a story gets its ping when it turns Green, or
/// the email about the color if the ping has failed for good.
class GreenToCopyReadersTest {

    private static final String COPY = "https://www.syndicated.example/story";
    private static final String READER = "rep-002";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;
    private PlacementId id = new PlacementId("not-yet");

    /// The second rep joins after the story's deadline, reads its copy, and becomes a distributor.
    @BeforeEach
    void mergeACopy() {
        id = scenario.deliveredBeforeSecondRep();
        scenario.deliveredCopy(COPY);
        scenario.attach(id, COPY);
        distributorAt("rep-002@sample-medtech.example");
    }

    @Test
    void a_ping_canceled_by_a_passing_amber_goes_out_at_the_next_green() {
        turn("amber");
        planned("green");
        turn("amber");
        assertThat(state(MailKind.DISTRIBUTOR_PING, 1)).isEqualTo(DeliveryState.CANCELLED);

        turn("green");

        assertThat(state(MailKind.DISTRIBUTOR_PING, 1)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(scenario.recipients(id, MailKind.TURN, 4)).doesNotContain(READER);
    }

    @Test
    void a_change_that_bounced_does_not_stand_for_the_ping() {
        turn("amber");
        company.bounce(new DeliveryId(id.value(), READER, MailKind.TURN, 1), company.now());
        distributorAt("other@sample-medtech.example");

        turn("green");

        assertThat(state(MailKind.DISTRIBUTOR_PING, 1)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).doesNotContain(READER);
    }

    @Test
    void the_email_about_an_earlier_correction_does_not_stand_for_the_ping() {
        turn("amber");
        scenario.correct(id, "Better");
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).contains(READER);

        turn("green");

        assertThat(state(MailKind.DISTRIBUTOR_PING, 1)).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(scenario.recipients(id, MailKind.TURN, 2)).doesNotContain(READER);
    }

    private DeliveryState state(MailKind kind, int number) {
        return company.ledger
                .find(new DeliveryId(id.value(), READER, kind, number))
                .orElseThrow()
                .state();
    }

    private void distributorAt(String address) {
        company.advance(Duration.ofMinutes(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep(READER)
                                .with("employment", "distributor")
                                .with("email", address)));
        scenario.later();
    }

    private void turn(String color) {
        planned(color);
        company.work();
    }

    /// A change of color whose emails are planned and not sent yet.
    private void planned(String color) {
        company.advance(Duration.ofSeconds(1));
        changed(change.turn(id, color, null, "legal asked for " + color, Company.PR));
        company.followUp(id);
    }
}
