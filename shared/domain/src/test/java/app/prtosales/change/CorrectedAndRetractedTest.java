package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.D;
import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// R5.6: a correction goes to exactly those who got the ping; a retraction tells them to stop using
/// the story.
class CorrectedAndRetractedTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r5_6_a_correction_goes_to_exactly_those_who_got_the_ping() {
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.bounce(Company.ping(id, "rep-002"), company.now());

        changed(correct(id, Map.of("headline", "The right one"), "a wrong name"));
        company.work();

        assertThat(scenario.mailed(MailKind.CORRECTION))
                .containsExactly(
                        "rep-001@sample-medtech.example", "rep-003@sample-medtech.example");
        assertThat(company.mailbox.to("rep-003@sample-medtech.example").getLast().text())
                .contains("The right one");
    }

    @Test
    void r5_6_during_an_outage_a_waiting_correction_is_queued_once() {
        PlacementId id = scenario.delivered();
        changed(correct(id, Map.of("headline", "The right one"), "a wrong name"));
        company.mailbox.down(true);
        company.workOnce();

        company.tickAndTryFor(Duration.ofHours(1));
        assertThat(company.queue.messages).hasSize(1);

        company.mailbox.down(false);
        company.work();
        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(3);
    }

    @Test
    void r5_6_a_repeated_correction_of_the_color_alone_emails_nobody_a_correction() {
        PlacementId id = scenario.delivered();
        changed(correct(id, Map.of("forwardability", "red"), "legal asks"));
        assertUnchanged(correct(id, Map.of("forwardability", "red"), "legal asks"));
        company.work();

        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
    }

    @Test
    void r5_6_a_rep_whose_delivery_event_comes_an_hour_after_a_retraction_is_told_too() {
        company.reps(2);
        company.mailbox.silent(true);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.mailbox.silent(false);
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(20)));
        assertThat(scenario.mailed(MailKind.RETRACTION)).isEmpty();

        company.advance(Duration.ofHours(1));
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(scenario.mailed(MailKind.RETRACTION))
                .containsExactly("rep-001@sample-medtech.example");
    }

    @Test
    void r5_6_a_distributor_whose_delivery_event_comes_after_a_retraction_is_told_too() {
        scenario.withDistributors();
        company.mailbox.silent(true);
        PlacementId id = company.distribute(Samples.green()).id();
        company.mailbox.silent(false);
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(20)));

        company.deliver(
                new DeliveryId(id.value(), "partner-1", MailKind.DISTRIBUTOR_PING), company.now());
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(scenario.mailed(MailKind.RETRACTION))
                .containsExactly("partner-1@sample-distributor.example");
    }

    @Test
    void r5_6_a_second_correction_causes_another_email_and_a_double_click_does_not() {
        PlacementId id = scenario.delivered();
        changed(correct(id, Map.of("headline", "Better"), "a wrong name"));
        assertUnchanged(correct(id, Map.of("headline", "Better"), "a wrong name"));
        company.work();
        changed(correct(id, Map.of("headline", "Best"), "a wrong name"));
        company.work();

        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).hasSize(3);
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 2)).hasSize(3);
        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(6);
        assertThat(scenario.history(id))
                .contains(
                        "correction 1: headline from “Waystar Uses AI to Recover Billions in Healthcare Revenue” to “Better”",
                        "correction 2: headline from “Better” to “Best”");
    }

    @Test
    void r5_6_changes_are_stored_field_by_field() {
        PlacementId id = scenario.delivered();
        Placement before = company.find(id);

        Placement after =
                changed(
                        change.correct(
                                id,
                                new CorrectionRequest(
                                        Map.of("note", "For payers.", "quote", ""),
                                        List.of("payers"),
                                        null,
                                        "the wrong segment"),
                                Company.PR));

        assertThat(after.note().text()).isEqualTo("For payers.");
        assertThat(after.note().segments()).containsExactly("payers");
        assertThat(after.story().quote()).isNull();
        assertThat(after.changes().corrections().getFirst().amendments())
                .contains(new Amendment("note", before.note().text(), "For payers."))
                .extracting(Amendment::field)
                .containsExactlyInAnyOrder("quote", "note", "segments");
    }

    @Test
    void a_correction_may_consist_of_a_reason_only() {
        PlacementId id = scenario.delivered();

        changed(correct(id, Map.of(), "the outlet changed a figure"));
        company.work();
        assertUnchanged(correct(id, Map.of(), "the outlet changed a figure"));

        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(3);
    }

    @Test
    void every_bad_field_of_a_correction_is_reported_at_once() {
        PlacementId id = scenario.delivered();

        ChangeOutcome outcome =
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "", "url", "ftp://x", "note", "a\nb"),
                                List.of("nowhere"),
                                null,
                                null),
                        Company.PR);

        assertThat(errors(outcome))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("headline", "url", "note", "segments", "reason");
    }

    @Test
    void a_corrected_link_belongs_to_the_placement_and_so_does_the_old_one() {
        PlacementId id = scenario.delivered();

        changed(correct(id, Map.of("url", "https://right.example/story"), "a typo"));

        assertThat(company.placements.holderOf(company.find(id).story().key())).contains(id);
        assertThat(company.submit(Samples.submission())).isInstanceOf(SubmitOutcome.Again.class);
        changed(correct(id, Map.of("url", Samples.submission().url()), "it was right before"));
    }

    @Test
    void the_link_of_another_placement_is_refused_with_the_id_of_that_placement() {
        PlacementId id = scenario.delivered();
        PlacementId other = company.distribute(Samples.submission(Samples.medCrypt())).id();
        @Nullable String taken = Samples.submission(Samples.medCrypt()).url();

        assertThat(correct(id, Map.of("url", String.valueOf(taken)), "a typo"))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Conflict.class,
                        conflict -> assertThat(conflict.existing()).isEqualTo(other));
    }

    @Test
    void r5_6_a_retraction_turns_red_and_notifies_exactly_those_who_got_the_ping() {
        PlacementId id = scenario.delivered();

        Placement retracted = changed(change.retract(id, "a false figure", Company.PR));
        company.work();

        assertThat(retracted.status()).isEqualTo(Status.RETRACTED);
        assertThat(retracted.forwardability()).isEqualTo(Forwardability.RED);
        assertThat(scenario.mailed(MailKind.RETRACTION)).hasSize(3);
        assertThat(company.mailbox.mails.getLast().text()).contains("a false figure");
        assertUnchanged(change.retract(id, "a false figure", Company.PR));
    }

    @Test
    void r5_6_a_retraction_asks_the_owner_of_the_sequence_that_has_the_story_to_take_it_out() {
        company.reps(2);
        PlacementId id = company.distribute(mapped("green")).id();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));

        changed(change.retract(id, "a false figure", Company.PR));
        company.work();

        List<OutgoingMail> removals =
                company.mailbox.mails.stream()
                        .filter(mail -> mail.id().kind() == MailKind.SEQUENCE_REMOVAL)
                        .toList();
        assertThat(removals).hasSize(1);
        assertThat(removals.getFirst().to()).isEqualTo("hs-owner@sample-medtech.example");
        assertThat(removals.getFirst().text()).contains("awareness");
    }

    @Test
    void r5_6_a_retraction_tells_a_rep_at_which_account_the_rep_used_the_story() {
        company.reps(2);
        PlacementId id = company.distribute(mapped("green")).id();
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", "account-1", "how", "sent-to-the-customer"));

        changed(change.retract(id, "a false figure", Company.PR));
        company.work();

        assertThat(company.mailbox.to("rep-001@sample-medtech.example").getLast().text())
                .contains("Sample Hospital 1");
        assertThat(company.mailbox.to("rep-002@sample-medtech.example").getLast().text())
                .doesNotContain("Sample Hospital 1");
    }

    @Test
    void r5_6_a_retraction_leaves_the_verdict_of_rule_1_as_it_was() {
        PlacementId judged = scenario.delivered();
        company.runUntil(D);
        changed(change.retract(judged, "a false figure", Company.PR));

        assertThat(company.reached(judged).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.find(judged).status()).isEqualTo(Status.RETRACTED);
    }

    @Test
    void r5_6_a_verdict_that_comes_due_after_a_retraction_is_recorded() {
        PlacementId id = scenario.delivered();
        changed(change.retract(id, "a false figure", Company.PR));
        company.work();
        assertThat(company.showPlacement.show(id).orElseThrow().audit().reachedIn24h().answer())
                .isEqualTo(Answer.PENDING);
        company.runUntil(D.plus(Duration.ofMinutes(5)));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        assertThat(company.find(id).status()).isEqualTo(Status.RETRACTED);
        assertThat(company.find(id).timers()).isEmpty();
        assertThat(company.showPlacement.show(id).orElseThrow().audit().inActiveSequence().answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void a_retraction_cancels_unsent_pings_and_the_cause_is_held() {
        company.reps(2);
        company.mailbox.down(true);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();
        company.plan(id);
        changed(change.retract(id, "a false figure", Company.PR));
        company.mailbox.down(false);
        company.work();
        company.runUntil(D.plus(Duration.ofMinutes(5)));

        assertThat(company.mailbox.mails).isEmpty();
        assertThat(company.pings(id)).allMatch(ping -> !ping.state().isOpen());
        assertThat(company.reached(id).cause()).isEqualTo(Cause.HELD);
        assertThat(company.find(id).timers()).isEmpty();
    }

    @Test
    void a_correction_followed_by_a_retraction_is_not_emailed() {
        PlacementId id = scenario.delivered();
        changed(correct(id, Map.of("headline", "Better"), "a wrong name"));
        changed(change.retract(id, "a false figure", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();
        assertThat(scenario.mailed(MailKind.RETRACTION)).hasSize(3);
        assertThat(conflict(correct(id, Map.of("headline", "X"), "y"))).contains("retracted");
    }

    @Test
    void a_placement_not_yet_sent_cannot_be_retracted_only_withdrawn() {
        company.goTo(P.minus(Duration.ofDays(1)));
        company.reps(1);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();

        assertThat(conflict(change.retract(id, "x", Company.PR))).contains("Withdraw");
    }

    private ChangeOutcome correct(PlacementId id, Map<String, String> texts, String reason) {
        return change.correct(id, new CorrectionRequest(texts, null, null, reason), Company.PR);
    }
}
