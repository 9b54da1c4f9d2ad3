package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.OwnerScenario.AWARENESS;
import static app.prtosales.change.OwnerScenario.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// If a story can no longer be used, everyone who was asked to add it and has not answered is told
/// once not to add it (R2.6, R5.5).
class ToldNotToAddTest {

    private final OwnerScenario owner = new OwnerScenario();
    private final ChangeScenario scenario = owner.scenario;
    private final Company company = owner.company;

    @Test
    void r5_5_an_owner_who_has_not_answered_is_told_not_to_add_it_once_whatever_follows() {
        PlacementId id = owner.distributed();

        owner.turn(id, "amber");
        company.advance(Duration.ofHours(1));
        changed(company.changePlacement.retract(id, "a false figure", Company.PR));
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_3_r5_5_an_owner_who_was_told_not_to_add_it_gets_no_email_when_it_ends() {
        PlacementId id = owner.distributed();
        owner.turn(id, "amber");

        company.runUntil(company.find(id).expiresAt().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r5_5_an_owner_who_was_asked_again_is_told_again_not_to_add_it() {
        PlacementId id = owner.distributed();
        owner.turn(id, "amber");
        owner.turn(id, "green");

        owner.turn(id, "amber");

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER, OWNER);
    }

    @Test
    void r2_6_after_the_handover_the_person_in_charge_is_also_told_not_to_add_it() {
        PlacementId id = owner.distributed();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        assertThat(handedOver()).isEqualTo(1);

        owner.turn(id, "amber");
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        assertThat(handedOver()).isEqualTo(2);
        assertThat(company.mailbox.to(Company.OPS).getLast().text()).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r2_6_the_person_in_charge_is_told_not_to_add_it_once_whatever_follows() {
        PlacementId id = owner.distributed();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        owner.turn(id, "amber");

        company.advance(Duration.ofHours(1));
        changed(company.changePlacement.retract(id, "a false figure", Company.PR));
        company.work();

        assertThat(handedOver()).isEqualTo(2);
    }

    @Test
    void r2_6_an_owner_who_confirms_anyway_is_reminded_to_remove_it_and_that_is_handed_over_too() {
        PlacementId id = owner.distributed();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        owner.turn(id, "amber");

        owner.answer(id, AWARENESS);
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER, OWNER);
        assertThat(handedOver()).isEqualTo(3);
    }

    @Test
    void r5_5_the_person_in_charge_whose_request_was_answered_gets_no_email() {
        PlacementId id = owner.distributed();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        owner.answer(id, AWARENESS);

        owner.turn(id, "amber");

        assertThat(handedOver()).isEqualTo(1);
    }

    private int handedOver() {
        return scenario.mailed(MailKind.SEQUENCE_HANDED_OVER).size();
    }
}
