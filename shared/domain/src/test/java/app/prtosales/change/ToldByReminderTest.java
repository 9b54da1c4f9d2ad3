package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R3.5, R5.6: a rep who got the story only through the reminder of the champion kit is told of
/// what changes after that, once, like everyone who got the ping.
class ToldByReminderTest {

    private static final String REP = "rep-002@sample-medtech.example";
    private static final String OTHER = "other@sample-medtech.example";
    private static final String COPY = "https://www.syndicated.example/story";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;
    private PlacementId id = new PlacementId("not-yet");

    /// The first rep gets the ping; the second one has the open deal and joins after the deadline.
    @BeforeEach
    void distribute() {
        id = scenario.deliveredBeforeSecondRep(() -> scenario.openDeal("rep-002"));
    }

    @Test
    void r5_6_a_rep_who_got_only_the_reminder_gets_the_correction_once_in_the_same_thread() {
        remind();

        scenario.correct(id, "Better");
        scenario.later();

        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1))
                .containsExactly("rep-001", "rep-002");
        assertThat(changes(REP))
                .extracting(OutgoingMail::text)
                .containsExactly("not Better\nBetter");
    }

    @Test
    void r5_6_a_rep_who_got_only_the_reminder_is_told_to_stop_using_a_retracted_story() {
        remind();

        retract();

        assertThat(changes(REP))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.RETRACTION);
    }

    @Test
    void r5_5_a_rep_who_got_only_the_reminder_is_told_that_the_story_may_not_be_sent_anymore() {
        remind();

        scenario.turn(id, "amber");

        assertThat(changes(REP)).extracting(OutgoingMail::text).containsExactly("amber");
    }

    @Test
    void r5_6_a_rep_whose_ping_bounced_and_whose_reminder_arrived_gets_the_correction() {
        company.bounce(Company.ping(id, "rep-001"), company.now());
        scenario.openDeal("rep-001");
        company.putReps(List.of(Company.rep("rep-001").with("email", OTHER)));
        remind();
        long reached = company.reached(id).count();

        scenario.correct(id, "Better");

        assertThat(changes(OTHER))
                .extracting(OutgoingMail::text)
                .containsExactly("not Better\nBetter");
        assertThat(company.reached(id).count()).isEqualTo(reached).isZero();
    }

    @Test
    void r5_6_a_rep_with_the_ping_and_the_reminder_gets_a_correction_once() {
        scenario.openDeal("rep-001");
        remind();

        scenario.correct(id, "Better");

        assertThat(scenario.mailed(MailKind.KIT_REMINDER)).hasSize(1);
        assertThat(scenario.mailed(MailKind.CORRECTION)).hasSize(1);
    }

    @Test
    void r5_6_a_rep_reminded_under_another_id_than_pinged_gets_a_correction_once() {
        renamedAndReminded();

        scenario.correct(id, "Better");

        assertThat(scenario.recipients(id, MailKind.KIT_REMINDER, 1)).containsExactly("HR-9001");
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).containsExactly("rep-001");
    }

    @Test
    void r5_6_a_correction_sent_under_the_reminders_id_is_not_sent_again_once_the_ping_is_proven() {
        company.mailbox.silent(true);
        id =
                company.distribute(
                                ChangeScenario.copy(
                                        Samples.green(), "https://second.example/story"))
                        .id();
        company.runUntil(company.now().plus(Duration.ofMinutes(20)));
        company.mailbox.silent(false);
        renamedAndReminded();
        scenario.correct(id, "Better");
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).containsExactly("HR-9001");
        scenario.correct(id, "Best");

        company.deliver(Company.ping(id, "rep-001"), company.now());
        scenario.later();

        assertThat(scenario.recipients(id, MailKind.CORRECTION, 1)).containsExactly("HR-9001");
        assertThat(scenario.recipients(id, MailKind.CORRECTION, 2)).containsExactly("HR-9001");
    }

    @Test
    void r5_6_a_reminder_written_after_the_correction_needs_none() {
        scenario.correct(id, "Better");

        remind();
        company.deliver(reminder(id), company.now());
        scenario.later();

        assertThat(changes(REP)).isEmpty();
    }

    @Test
    void r5_6_a_rep_whom_the_reminder_did_not_reach_gets_no_correction() {
        remind();
        company.bounce(reminder(id), company.now());

        scenario.correct(id, "Better");

        assertThat(changes(REP)).isEmpty();
    }

    @Test
    void r5_6_a_rep_whose_reminder_proves_delivered_hours_after_the_correction_gets_it_once() {
        company.mailbox.silent(true);
        remind();
        company.runUntil(company.now().plus(Duration.ofMinutes(20)));
        company.mailbox.silent(false);
        scenario.correct(id, "Better");
        scenario.later();
        assertThat(changes(REP)).isEmpty();

        company.deliver(reminder(id), company.now());
        scenario.later();
        Placement told = company.find(id);
        company.deliver(reminder(id), company.now());
        scenario.later();

        assertThat(changes(REP)).hasSize(1);
        assertThat(company.find(id)).isEqualTo(told);
    }

    @Test
    void r5_6_a_retraction_waits_until_it_is_known_whether_the_reminder_went_out() {
        beingSent();
        assertThat(company.find(id).changes().pending()).hasSize(1);

        company.ledger.replace(row(), row().accepted("ses-1", company.now()));
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(changes(REP))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.RETRACTION);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_6_a_retraction_does_not_wait_for_long_for_a_reminder_that_never_arrives() {
        beingSent();

        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(changes(REP)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_6_a_rep_whose_reminder_proves_delivered_after_the_retraction_is_told_then() {
        beingSent();
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        company.deliver(reminder(id), company.now());
        scenario.later();

        assertThat(changes(REP))
                .extracting(mail -> mail.id().kind())
                .containsExactly(MailKind.RETRACTION);
    }

    @Test
    void r5_6_changes_missed_after_the_reminder_come_in_one_email_with_what_the_rep_knows() {
        scenario.turn(id, "amber");
        scenario.turn(id, "green");
        scenario.correct(id, "Good");
        remind();
        leave();
        scenario.correct(id, "Better");
        scenario.turn(id, "red");

        company.reps(2);
        scenario.later();

        assertThat(changes(REP))
                .extracting(OutgoingMail::text)
                .containsExactly("not Better\nred, was green\nBetter");
    }

    @Test
    void r5_6_a_rep_who_got_only_a_copys_reminder_is_told_once_the_copy_is_part_of_the_story() {
        company.putReps(List.of(Company.rep("rep-001")));
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.green(), COPY)).id();
        company.deliverAll(copy);
        company.reps(2);
        company.run(new Errand.RemindOfKit(copy));
        company.work();
        assertThat(scenario.recipients(copy, MailKind.KIT_REMINDER, 1)).containsExactly("rep-002");
        changed(change.attachCopy(id, COPY, "Syndicated", "the same story", Company.PR));
        scenario.later();

        retract();

        assertThat(scenario.recipients(id, MailKind.RETRACTION, 1))
                .containsExactly("rep-001", "rep-002");
    }

    @Test
    void r5_6_a_correction_does_not_wait_for_a_copys_reminder_that_may_still_arrive() {
        company.putReps(List.of(Company.rep("rep-001")));
        PlacementId copy = company.distribute(ChangeScenario.copy(Samples.green(), COPY)).id();
        company.deliverAll(copy);
        company.reps(2);
        company.mailbox.silent(true);
        company.run(new Errand.RemindOfKit(copy));
        company.work();
        company.mailbox.silent(false);
        scenario.attach(id, COPY);

        scenario.correct(id, "Better");

        assertThat(company.ledger.find(reminder(copy)).orElseThrow().state())
                .isIn(DeliveryState.SENDING, DeliveryState.UNKNOWN);
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_4_a_reminded_rep_who_becomes_a_distributor_gets_no_second_email_when_it_turns_green() {
        remind();
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002").with("employment", "distributor")));
        scenario.turn(id, "amber");

        scenario.turn(id, "green");

        assertThat(changes(REP)).extracting(OutgoingMail::text).containsExactly("amber", "green");
    }

    private DeliveryId reminder(PlacementId of) {
        return new DeliveryId(of.value(), "rep-002", MailKind.KIT_REMINDER);
    }

    /// The reminder goes out now.
    private void remind() {
        company.advance(Duration.ofDays(1));
        company.run(new Errand.RemindOfKit(id));
        company.work();
        company.advance(Duration.ofMinutes(1));
    }

    /// The first rep has a new id, and the reminder was planned under it.
    private void renamedAndReminded() {
        Row renamed = Company.rep("rep-001").with("id", "HR-9001");
        company.putReps(List.of(renamed));
        scenario.openDeal("HR-9001");
        company.ledger.add(
                Delivery.planned(
                        new DeliveryId(id.value(), "HR-9001", MailKind.KIT_REMINDER),
                        company.now()));
        remind();
    }

    private void leave() {
        company.putReps(
                List.of(Company.rep("rep-001"), Company.rep("rep-002").with("active", "false")));
        company.work();
    }

    /// Retracted while the mail system has not answered yet whether it took the reminder.
    private void beingSent() {
        company.mailbox.silent(true);
        company.run(new Errand.RemindOfKit(id));
        company.work();
        company.mailbox.silent(false);
        company.advance(Duration.ofSeconds(1));
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        company.work();
    }

    private Delivery row() {
        return company.ledger.find(reminder(id)).orElseThrow();
    }

    private void retract() {
        changed(change.retract(id, "the study was withdrawn", Company.PR));
        scenario.later();
    }

    /// The emails about changes, and distributors' pings, to this address.
    private List<OutgoingMail> changes(String address) {
        return company.mailbox.to(address).stream()
                .filter(mail ->
                        !mail.id().kind().isPing() && mail.id().kind() != MailKind.KIT_REMINDER)
                .toList();
    }
}
