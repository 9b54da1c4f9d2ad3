package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.ChangeScenario.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.prtosales.change.NotifyOfChanges.Outcome;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Row;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R5.5, R5.6: a change is emailed to exactly those who were told something different, once each,
/// however often the follow-up runs.
class NotifyOfChangesTest {

    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";

    private final Meanwhile meanwhile = new Meanwhile();
    private final ChangeScenario scenario = new ChangeScenario(meanwhile);
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void without_pending_changes_nothing_happens() {
        PlacementId id = scenario.delivered();

        assertThat(company.followUp(id)).isEqualTo(new Outcome(0, 0));
        assertThat(company.followUp(new PlacementId("nobody"))).isEqualTo(new Outcome(0, 0));
    }

    @Test
    void r5_6_a_ping_with_a_lost_answer_is_corrected_once_it_is_known_to_be_delivered() {
        company.reps(1);
        company.mailbox.silent(true);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.mailbox.silent(false);
        correct(id);
        company.work();
        assertThat(scenario.mailed(MailKind.CORRECTION)).isEmpty();

        company.deliver(Company.ping(id, "rep-001"), company.now());
        company.runUntil(company.now().plus(Duration.ofMinutes(10)));

        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(1);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void a_change_does_not_wait_for_a_ping_with_the_new_content() {
        company.reps(1);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.submission())).placement().id();
        company.plan(id);
        Message pings = company.queue.messages.getLast();
        correct(id);
        company.mailbox.silent(true);
        company.work(pings);

        assertThat(company.followUp(id)).isEqualTo(new Outcome(1, 0));
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).isEmpty();
    }

    @Test
    void r5_6_the_retraction_email_goes_to_reps_and_distributors_but_not_to_sequence_owners() {
        scenario.withDistributors();
        PlacementId id = company.distribute(mapped("green")).id();
        company.deliverAll(id);

        changed(change.retract(id, "a false figure", Company.PR));
        company.work();

        assertThat(scenario.recipients(id, MailKind.RETRACTION, 1))
                .containsExactly("partner-1", "rep-001", "rep-002", "rep-003");
    }

    @Test
    void r5_6_an_owner_asked_with_the_corrected_text_gets_no_correction() {
        PlacementId id = unmapped();
        company.busDown(true);
        changed(change.choose(id, "cfo", "awareness", "finance asks", Company.PR));
        correct(id);
        company.followUp(id);
        company.queue.messages.clear();

        assertThat(company.followUp(id)).isEqualTo(new Outcome(0, 1));
        company.work();

        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    private PlacementId unmapped() {
        company.reps(2);
        PlacementId id =
                company.distribute(
                                submission(
                                        "2026-06-24T09:00", "bed mattresses", "positive", "green"))
                        .id();
        company.deliverAll(id);
        return id;
    }

    @Test
    void only_reps_without_an_email_are_queued_again_and_the_next_check_waits_for_them() {
        PlacementId id = scenario.delivered();
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.workOnce();
        Message all = company.queue.messages.removeFirst();
        assertThat(all.reps()).hasSize(3);
        company.work(new Message(id, all.mailing(), List.of(new RepId("rep-001")), false));

        assertThat(company.followUp(id)).isEqualTo(new Outcome(0, 1));

        assertThat(company.queue.messages)
                .extracting(Message::reps)
                .containsExactly(List.of(new RepId("rep-002"), new RepId("rep-003")));
        assertThat(company.find(id).timers())
                .containsEntry(
                        Timer.FOLLOW_UP,
                        company.now().plus(Duration.ofMinutes(2)).plus(Duration.ofMillis(200)));
    }

    @Test
    void emails_planned_and_sent_by_someone_else_are_not_queued_again() {
        company.reps(1);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.queue.messages.clear();
        meanwhile.beforePlanning(() -> {
            company.followUp(id);
            company.work();
        });

        assertThat(company.followUp(id)).isEqualTo(new Outcome(1, 0));

        assertThat(company.queue.messages).isEmpty();
        assertThat(scenario.mailed(MailKind.TURN)).hasSize(1);
    }

    @Test
    void the_follow_up_is_tried_five_times_if_others_write_first() {
        PlacementId id = scenario.delivered();
        changed(change.turn(id, "green", null, "cleared", Company.PR));

        meanwhile.quicker(4);
        assertThat(company.followUp(id)).isEqualTo(new Outcome(0, 1));
        meanwhile.quicker(5);

        assertThatIllegalStateException()
                .isThrownBy(() -> company.followUp(id))
                .withMessageContaining("keeps changing");
    }

    @Test
    void r2_6_an_owner_asked_to_take_out_an_amber_placement_is_reminded_after_it_turns_red() {
        PlacementId id = inSequence();
        changed(change.turn(id, "amber", null, "legal asked", Company.PR));
        company.work();

        assertRemindedAfterRed(id);
    }

    @Test
    void r2_6_an_owner_asked_to_take_out_an_ended_placement_is_reminded_after_it_turns_red() {
        PlacementId id = inSequence();
        company.runUntil(company.find(id).expiresAt());
        company.tick();
        company.work();

        assertRemindedAfterRed(id);
    }

    private void assertRemindedAfterRed(PlacementId id) {
        Instant first = company.now();
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).hasSize(1);
        company.runUntil(first.plus(Duration.ofDays(1)));
        changed(change.turn(id, "red", null, "legal said no", Company.PR));
        company.work();

        company.runUntil(first.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        company.runUntil(first.plus(Duration.ofDays(6)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);
    }

    private PlacementId inSequence() {
        company.reps(2);
        PlacementId id = company.distribute(mapped("green")).id();
        company.deliverAll(id);
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));
        company.work();
        return id;
    }

    @Test
    void r5_5_a_waiting_distributors_ping_is_planned_once_despite_a_new_id() {
        Row partner = Company.rep("partner-1").with("employment", "distributor");
        company.putReps(List.of(Company.rep("rep-001"), partner));
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(Samples.green())).placement().id();
        company.plan(id);
        company.queue.messages.clear();
        company.advance(Duration.ofHours(1));
        company.putReps(List.of(Company.rep("rep-001"), partner.with("id", "HR-1")));
        for (String color : List.of("amber", "green")) {
            changed(change.turn(id, color, null, "review", Company.PR));
        }

        company.followUp(id);

        assertThat(scenario.recipients(id, MailKind.DISTRIBUTOR_PING, 1))
                .containsExactly("partner-1");
    }

    private void correct(PlacementId id) {
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(Map.of("headline", "Better"), null, null, "typo"),
                        Company.PR));
    }
}
