package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.ChangeScenario.submission;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Finding;
import app.prtosales.delivery.MailKind;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R5.5: what reps may do with a placement, who is notified of a change, and the distributors.
class ColorChangeTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void a_color_change_is_refused_if_someone_else_changed_it_in_the_meantime() {
        PlacementId id = scenario.delivered();
        changed(change.turn(id, "red", "amber", "legal asked", Company.PR));

        assertThat(conflict(change.turn(id, "green", "amber", "cleared", Company.PR)))
                .contains("just changed it to red");
        assertUnchanged(change.turn(id, "red", "amber", "legal asked", Company.PR));
        changed(change.turn(id, "green", null, "cleared", Company.PR));
    }

    @Test
    void r5_5_while_amber_no_task_is_open_and_questions_2_and_3_are_in_review() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("amber")).id();

        Finding sequence = company.showPlacement.show(id).orElseThrow().audit().inActiveSequence();
        assertThat(sequence).isEqualTo(new Finding(Answer.NO, "in review", null));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();
    }

    @Test
    void r5_5_turning_green_notifies_exactly_those_who_got_the_ping() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("amber")).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.bounce(Company.ping(id, "rep-002"), company.now());

        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.TURN))
                .containsExactly(
                        "rep-001@sample-medtech.example", "rep-003@sample-medtech.example");
        assertThat(scenario.history(id)).contains("turned green, was amber");
    }

    @Test
    void r5_5_turning_green_opens_the_tasks_and_sends_the_distributors_their_ping() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("amber")).id();

        changed(change.turn(id, "green", null, "legal cleared it", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK))
                .containsExactly("hs-owner@sample-medtech.example");
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING))
                .containsExactly("partner-1@sample-distributor.example");
        assertThat(company.reached(id).of()).isEqualTo(3);
    }

    @Test
    void r5_5_a_placement_submitted_green_pings_the_distributors_as_well_as_the_team() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("green")).id();
        company.deliverAll(id);

        assertThat(scenario.mailed(MailKind.PING)).hasSize(3);
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING))
                .containsExactly("partner-1@sample-distributor.example");
        assertThat(company.reached(id).count()).isEqualTo(3);
        assertThat(company.reached(id).of()).isEqualTo(3);
    }

    @Test
    void r5_6_a_correction_that_also_changes_the_color_is_one_email() {
        PlacementId id = scenario.delivered();

        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "Better", "forwardability", "red"),
                                null,
                                null,
                                "a wrong name"),
                        Company.PR));
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
        assertThat(company.mailbox.to("rep-001@sample-medtech.example").getLast().text())
                .isEqualTo("a wrong name\nred, was amber\nBetter");
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_5_a_correction_that_also_turns_it_green_opens_tasks_and_pings_distributors() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("amber")).id();
        company.deliverAll(id);

        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "Better", "forwardability", "green"),
                                null,
                                null,
                                "a wrong name"),
                        Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(3);
        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(1);
    }

    @Test
    void a_postponed_distributors_ping_goes_out_later() {
        scenario.withDistributors();
        company.mailbox.down(true);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(mapped("green"))).placement().id();
        company.plan(id);
        company.workOnce();
        assertThat(company.mailbox.turnedAway()).isPositive();
        company.queue.messages.clear();
        company.mailbox.down(false);
        company.runUntil(P.plus(Duration.ofHours(2)));

        assertThat(scenario.mailed(MailKind.PING)).hasSize(3);
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
    }

    @Test
    void r5_5_a_distributors_ping_canceled_by_a_passing_amber_goes_out_once_green_again() {
        scenario.withDistributors();
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(mapped("green"))).placement().id();
        company.plan(id);
        changed(change.turn(id, "amber", null, "a wrong click", Company.PR));
        company.work();
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).isEmpty();

        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        company.runUntil(P.plus(Duration.ofHours(2)));

        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
    }

    @Test
    void a_double_click_changes_the_color_once() {
        PlacementId id = scenario.delivered();
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        assertUnchanged(change.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        company.queue.followUp(id);
        company.work();

        assertThat(company.find(id).changes().turns()).hasSize(1);
        assertThat(scenario.mailed(MailKind.TURN)).hasSize(3);
    }

    @Test
    void if_the_event_is_lost_the_tick_notifies_the_reps() {
        PlacementId id = scenario.delivered();
        company.busDown(true);
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();

        company.tick();
        company.work();

        assertThat(scenario.mailed(MailKind.TURN)).hasSize(3);
    }

    @Test
    void the_timer_is_cleared_when_every_email_is_out() {
        PlacementId id = scenario.delivered();
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(company.find(id).changes().pending()).isEmpty();
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.FOLLOW_UP);
    }

    @Test
    void r5_5_turning_red_from_amber_ends_with_the_emails_because_no_sequence_has_the_placement() {
        PlacementId id = scenario.delivered();

        changed(change.turn(id, "red", null, "legal said no", Company.PR));
        company.work();
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(scenario.mailed(MailKind.TURN)).hasSize(3);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void unsent_emails_go_out_when_the_mail_system_is_up_again() {
        PlacementId id = scenario.delivered();
        company.mailbox.down(true);
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.tick();
        company.workOnce();
        company.workOnce();
        assertThat(company.mailbox.turnedAway()).isPositive();
        company.queue.messages.clear();
        company.mailbox.down(false);
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(scenario.mailed(MailKind.TURN)).hasSize(3);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void of_two_color_changes_before_the_email_only_the_last_is_emailed() {
        PlacementId id = scenario.delivered();
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        changed(change.turn(id, "red", null, "not cleared after all", Company.PR));
        company.work();

        assertThat(company.mailbox.mails)
                .filteredOn(mail -> mail.id().kind() == MailKind.TURN)
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.text()).isEqualTo("red"));
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void a_color_change_before_the_pings_causes_no_email() {
        company.goTo(P.minus(Duration.ofDays(1)));
        scenario.withDistributors();
        company.submit(mapped("amber"));
        PlacementId id = company.placements.newest(1, null).placements().getFirst().id();

        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.runUntil(P);

        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
        assertThat(scenario.mailed(MailKind.PING)).hasSize(3);
        assertThat(scenario.mailed(MailKind.DISTRIBUTOR_PING)).hasSize(1);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(1);
    }

    @Test
    void an_unsent_ping_shows_the_new_color_and_needs_no_further_email() {
        company.reps(2);
        company.mailbox.down(true);
        PlacementId id =
                company.submit(mapped("amber")) instanceof SubmitOutcome.Accepted accepted
                        ? accepted.placement().id()
                        : new PlacementId("none");
        company.plan(id);
        company.mailbox.down(false);
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.PING)).hasSize(2);
        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
    }

    @Test
    void r5_7_negative_coverage_stays_red() {
        company.reps(1);
        PlacementId id =
                company.distribute(submission("2026-06-24T09:00", "recall", "negative", "green"))
                        .id();

        assertThat(company.find(id).forwardability()).isEqualTo(Forwardability.RED);
        assertThat(conflict(change.turn(id, "green", null, "cleared", Company.PR))).contains("Red");
    }

    @Test
    void every_bad_field_of_a_color_change_is_reported() {
        PlacementId id = scenario.delivered();

        assertThat(errors(change.turn(id, "blue", null, null, Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("forwardability", "reason");
    }

    @Test
    void a_rep_who_left_is_not_notified() {
        PlacementId id = scenario.delivered();
        company.reps(2);
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.TURN)).hasSize(2);
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));
        assertThat(company.find(id).changes().pending()).isEmpty();
    }
}
