package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import org.junit.jupiter.api.Test;

/// R2.5: "not applicable" needs a reason and a name; it is shown as Exempt, never as Yes.
class ExemptTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r2_5_an_exempt_question_is_shown_as_exempt_with_its_reason() {
        PlacementId id = scenario.delivered();

        changed(change.exempt(id, "inActiveSequence", "an award", "Head of Sales", Company.PR));

        PlacementAnswers audit = company.showPlacement.show(id).orElseThrow().audit();
        assertThat(audit.inActiveSequence().answer()).isEqualTo(Answer.EXEMPT);
        assertThat(audit.inActiveSequence().evidence()).isEqualTo("an award (Head of Sales)");
        assertThat(audit.referencedInDeal().answer()).isEqualTo(Answer.NO);
        assertThat(scenario.reasons(id)).containsExactly("an award");
        assertThat(scenario.history(id))
                .contains("exempt from being in a sequence, as Head of Sales said");
    }

    @Test
    void r2_5_without_a_name_the_person_who_exempts_it_is_recorded() {
        PlacementId id = scenario.delivered();

        changed(change.exempt(id, "referencedInDeal", "internal news", null, Company.PR));

        Exemption exemption = company.find(id).changes().exemptions().getFirst();
        assertThat(exemption.by()).isEqualTo(Company.PR.id());
        assertThat(exemption.name()).isNull();
        assertThat(scenario.history(id)).contains("exempt from being used in a deal");
    }

    @Test
    void r1_7_no_placement_can_be_exempt_from_the_24_hours() {
        PlacementId id = scenario.delivered();

        assertThat(errors(change.exempt(id, "reachedIn24h", "", null, Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("question", "reason");
    }

    @Test
    void repeating_an_exemption_changes_nothing_and_another_reason_replaces_it() {
        PlacementId id = scenario.delivered();
        changed(change.exempt(id, "inActiveSequence", "an award", null, Company.PR));

        assertUnchanged(change.exempt(id, "inActiveSequence", "an award", null, Company.PR));
        changed(change.exempt(id, "inActiveSequence", "a prize", null, Company.PR));

        assertThat(company.find(id).changes().exemptions())
                .extracting(Exemption::reason)
                .containsExactly("a prize");
    }

    @Test
    void r2_5_an_undone_exemption_lets_the_question_be_answered_again() {
        PlacementId id = scenario.delivered();
        changed(change.exempt(id, "referencedInDeal", "internal news", null, Company.PR));

        changed(
                change.undoExemption(
                        id, "referencedInDeal", "a wrong click", "Head of Sales", Company.PR));

        PlacementAnswers audit = company.showPlacement.show(id).orElseThrow().audit();
        assertThat(audit.referencedInDeal().answer()).isEqualTo(Answer.NO);
        assertThat(company.find(id).changes().exemptionsThatHold()).isEmpty();
        assertThat(scenario.history(id))
                .contains(
                        "exempt from being used in a deal",
                        "no longer exempt from being used in a deal, as Head of Sales said");
        assertThat(scenario.reasons(id)).containsExactly("internal news", "a wrong click");
    }

    @Test
    void r2_5_an_exemption_is_undone_once_and_may_be_made_again() {
        PlacementId id = scenario.delivered();
        changed(change.exempt(id, "inActiveSequence", "an award", null, Company.PR));
        changed(change.undoExemption(id, "inActiveSequence", "a slip", null, Company.PR));

        assertUnchanged(change.undoExemption(id, "inActiveSequence", "a slip", null, Company.PR));
        assertThat(
                        conflict(
                                change.undoExemption(
                                        id, "inActiveSequence", "another", null, Company.PR)))
                .isEqualTo("It isn’t marked as exempt from being in a sequence.");
        changed(change.exempt(id, "inActiveSequence", "an award", null, Company.PR));
        assertThat(company.find(id).changes().exemptionsThatHold()).hasSize(1);
    }

    @Test
    void r2_5_an_exemption_that_was_never_made_cannot_be_undone() {
        PlacementId id = scenario.delivered();

        assertThat(
                        conflict(
                                change.undoExemption(
                                        id, "referencedInDeal", "a slip", null, Company.PR)))
                .contains("isn’t marked as exempt");
        assertThat(errors(change.undoExemption(id, "reachedIn24h", "", null, Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("question", "reason");
        changed(change.exempt(id, "inActiveSequence", "an award", null, Company.PR));
        changed(change.retract(id, "not ours", Company.PR));
        assertThat(
                        conflict(
                                change.undoExemption(
                                        id, "inActiveSequence", "a slip", null, Company.PR)))
                .contains("retracted");
    }

    @Test
    void a_retracted_placement_cannot_be_exempt() {
        PlacementId id = scenario.delivered();
        changed(change.retract(id, "not ours", Company.PR));

        assertThat(conflict(change.exempt(id, "inActiveSequence", "x", null, Company.PR)))
                .contains("retracted");
    }
}
