package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sequence owners are told of a correction only while they may use the story (R5.5, R5.6).
class SequenceCorrectionsTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @ParameterizedTest
    @CsvSource({"tone,negative", "forwardability,amber"})
    void r5_5_no_sequence_owner_is_told_to_paste_a_story_that_is_no_longer_green(
            String field, String value) {
        PlacementId id = askedOwner();
        Map<String, String> texts = new HashMap<>(Map.of("headline", "Better", field, value));
        if (value.equals("negative")) {
            texts.put("holdingLine", "We know of the report.");
        }
        changed(
                change.correct(
                        id, new CorrectionRequest(texts, null, null, "in review"), Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(1);
        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void r5_5_no_sequence_owner_is_told_about_a_correction_while_the_story_is_amber() {
        PlacementId id = askedOwner();
        changed(change.turn(id, "amber", null, "in review", Company.PR));
        company.work();
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(Map.of("headline", "Better"), null, null, "typo"),
                        Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void r5_6_an_owner_who_was_asked_is_told_even_if_the_corrected_topic_leads_to_no_rule() {
        PlacementId id = askedOwner();

        correct(id, Map.of("topic", "a topic without a rule"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).hasSize(1);
    }

    @Test
    void r5_6_an_owner_who_was_asked_is_told_even_if_the_rule_is_gone() {
        PlacementId id = askedOwner();
        company.put(ListName.RULES);

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).hasSize(1);
    }

    @Test
    void r5_6_a_correction_names_the_stage_that_the_owner_confirmed() {
        PlacementId id = askedOwner();
        confirm(id, "consideration");

        correct(id, Map.of("headline", "Better"));

        assertThat(texts()).containsExactly("consideration: Better");
    }

    @Test
    void r5_6_a_correction_names_no_stage_once_the_confirmed_one_was_removed() {
        PlacementId id = askedOwner();
        confirm(id, "consideration");
        sequence("stages", "awareness");

        correct(id, Map.of("headline", "Better"));

        assertThat(texts()).containsExactly(": Better");
    }

    @Test
    void r5_6_a_correction_names_the_suggested_stage_until_the_owner_answers() {
        PlacementId id = askedOwner();

        correct(id, Map.of("headline", "Better"));

        assertThat(texts()).containsExactly("awareness: Better");
    }

    @Test
    void an_owner_whose_request_bounced_has_nothing_to_correct() {
        PlacementId id = askedOwner();
        company.bounce(
                new DeliveryId(id.value(), "health-system", MailKind.SEQUENCE_TASK, 1),
                company.now());
        company.put(ListName.RULES);

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void an_owner_whose_request_bounced_has_nothing_to_correct_while_the_rule_holds_either() {
        PlacementId id = askedOwner();
        company.bounce(
                new DeliveryId(id.value(), "health-system", MailKind.SEQUENCE_TASK, 1),
                company.now());

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void an_archived_sequence_has_nothing_to_correct() {
        PlacementId id = askedOwner();
        sequence("status", "archived");

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void r5_6_a_new_owner_corrects_what_the_former_owner_may_have_added() {
        PlacementId id = askedOwner();
        company.put(ListName.RULES);
        sequence("ownerEmail", "new@sample-medtech.example");

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION))
                .containsExactly("new@sample-medtech.example");
    }

    @Test
    void r5_6_whoever_was_asked_in_the_owners_place_is_told_of_the_correction_too() {
        PlacementId id = askedOwner();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).containsExactly(Company.OPS);

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION))
                .containsExactlyInAnyOrder("hs-owner@sample-medtech.example", Company.OPS);
    }

    @Test
    void
            r5_6_whoever_confirmed_in_the_owners_place_is_told_of_the_correction_and_so_is_the_owner() {
        PlacementId id = askedOwner();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system", Person.idOf(Company.OPS)),
                Map.of("stage", "awareness"));

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION))
                .containsExactlyInAnyOrder("hs-owner@sample-medtech.example", Company.OPS);
    }

    @Test
    void r5_6_whoever_was_asked_in_the_owners_place_is_not_told_once_the_owner_has_confirmed() {
        PlacementId id = askedOwner();
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        confirm(id, "awareness");

        correct(id, Map.of("headline", "Better"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION))
                .containsExactly("hs-owner@sample-medtech.example");
    }

    private void confirm(PlacementId id, String stage) {
        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.SEQUENCE, id, "health-system"),
                                Map.of("stage", stage)))
                .isInstanceOf(Outcome.Recorded.class);
    }

    private List<String> texts() {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == MailKind.SEQUENCE_CORRECTION)
                .map(OutgoingMail::text)
                .toList();
    }

    private void sequence(String field, String value) {
        company.put(
                ListName.SEQUENCES,
                company.replaceList.read(ListName.SEQUENCES).stream()
                        .map(row ->
                                row.text("id").equals("health-system")
                                        ? row.with(field, value)
                                        : row)
                        .toArray(Row[]::new));
        company.work();
    }

    private void correct(PlacementId id, Map<String, String> texts) {
        changed(change.correct(id, new CorrectionRequest(texts, null, null, "typo"), Company.PR));
        company.work();
    }

    private PlacementId askedOwner() {
        company.reps(2);
        PlacementId id = company.distribute(ChangeScenario.mapped("green")).id();
        company.deliverAll(id);
        return id;
    }
}
