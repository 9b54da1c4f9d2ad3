package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Finding;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.sequence.SequenceTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A story, the owner of the sequence that its rule suggests, and the steps between them that tests
/// have in common.
class OwnerScenario {

    static final String OWNER = "hs-owner@sample-medtech.example";
    static final Map<String, String> AWARENESS = Map.of("stage", "awareness");

    final ChangeScenario scenario = new ChangeScenario();
    final Company company = scenario.company;

    PlacementId distributed() {
        company.reps(2);
        PlacementId id = company.distribute(mapped("green")).id();
        company.deliverAll(id);
        return id;
    }

    PlacementId confirmed() {
        PlacementId id = distributed();
        answer(id, AWARENESS);
        return id;
    }

    Instant turn(PlacementId id, String to) {
        company.advance(Duration.ofHours(1));
        changed(company.changePlacement.turn(id, to, null, "legal says so", Company.PR));
        company.work();
        company.tick();
        company.work();
        return company.now();
    }

    void correct(PlacementId id, Map<String, String> texts) {
        company.advance(Duration.ofMinutes(1));
        changed(
                company.changePlacement.correct(
                        id,
                        new CorrectionRequest(texts, null, null, texts.toString()),
                        Company.PR));
        company.work();
    }

    Outcome answer(PlacementId id, Map<String, String> form) {
        company.advance(Duration.ofMinutes(1));
        Outcome outcome =
                company.recordResponse.record(
                        company.token(Purpose.SEQUENCE, id, "health-system"), form);
        company.work();
        return outcome;
    }

    void takeOut(PlacementId id) {
        company.advance(Duration.ofMinutes(1));
        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.REMOVAL, id, "health-system"),
                                Map.of("choice", "removed")))
                .isInstanceOf(Outcome.Recorded.class);
    }

    Finding finding(PlacementId id) {
        return company.showPlacement.show(id).orElseThrow().audit().inActiveSequence();
    }

    SequenceTask.Status status(PlacementId id) {
        return company.showPlacement.show(id).orElseThrow().suggestions().getFirst().status();
    }

    Delivery task(PlacementId id, int number) {
        return company.ledger
                .find(new DeliveryId(id.value(), "health-system", MailKind.SEQUENCE_TASK, number))
                .orElseThrow();
    }

    void renew(PlacementId id) {
        String later = company.now().plus(Duration.ofDays(300)).toString().substring(0, 10);
        changed(company.changePlacement.renew(id, later, "still true", Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));
    }
}
