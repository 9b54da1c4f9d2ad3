package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.response.Response;
import app.prtosales.samples.SubmissionBuilder;
import org.junit.jupiter.api.Test;

/// R1.13, R4.8, R5.6: an imported story was emailed to nobody, but owners of sequences may use it.
class WithdrawnImportTest {

    private static final SequenceId CFO = new SequenceId("cfo");

    private final ChangeScenario scenario = new OwnerScenario().scenario;
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_6_an_imported_story_in_a_sequence_is_retracted_and_its_owner_asked_to_take_it_out() {
        PlacementId id = imported();
        record(id, new Response.InSequence(CFO, company.now(), "awareness"));

        assertThat(conflict(change.withdraw(id, "not ours", Company.PR)))
                .isEqualTo(
                        "It’s in a sequence, so it can’t be withdrawn. Retract it instead: the sequence’s owner is then asked to take it out.");
        assertThat(company.find(id).status()).isEqualTo(Status.JUDGED);

        changed(change.retract(id, "not ours", Company.PR));
        company.work();
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL))
                .containsExactly("cfo-owner@sample-medtech.example");
    }

    @Test
    void r1_13_an_imported_story_that_no_sequence_contains_is_withdrawn() {
        PlacementId id = imported();
        changed(change.withdraw(id, "not ours", Company.PR));

        PlacementId removed = imported();
        record(removed, new Response.InSequence(CFO, company.now(), "awareness"));
        record(removed, new Response.Removed(CFO, company.now(), 2, "u-1"));
        changed(change.withdraw(removed, "not ours", Company.PR));

        assertThat(company.mailbox.mails).isEmpty();
    }

    private PlacementId imported() {
        return ((SubmitOutcome.Accepted)
                        company.submit(
                                new SubmissionBuilder(mapped("green")).backfill(true).build()))
                .placement()
                .id();
    }

    private void record(PlacementId id, Response response) {
        company.responses.add(
                company.find(id),
                response,
                new HistoryEntry(id.value(), company.now(), "u-1", "recorded", null));
    }
}
