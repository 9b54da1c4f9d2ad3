package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.How;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Response;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R3.5: the one email that reminds a rep with an open deal that the champion kit is ready.
class KitReminderTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(1);
        company.openDeal();
        id = company.distribute(Samples.green()).id();
    }

    @Test
    void r3_5_nobody_is_reminded_of_a_kit_that_may_no_longer_be_sent() {
        company.changePlacement.turn(id, "amber", null, "in review again", Company.PR);
        company.work();

        company.run(new Errand.RemindOfKit(id));
        company.work();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void r3_5_a_rep_who_armed_a_champion_by_recording_a_use_is_not_reminded() {
        record(
                new Referenced(
                        "rep-001",
                        company.now(),
                        new AccountId("account-1"),
                        "Sample Hospital 1",
                        true,
                        How.SENT_TO_THE_CUSTOMER,
                        "Dana Whitfield",
                        1));

        company.runUntil(company.now().plus(Duration.ofDays(8)));

        assertThat(reminders()).isEmpty();
    }

    @Test
    void r3_5_a_kit_sent_to_another_account_does_not_cancel_the_reminder_about_an_open_deal() {
        record(
                new KitSent(
                        new RepId("rep-001"),
                        company.now(),
                        null,
                        "Lakeside Health",
                        false,
                        "Dana Whitfield",
                        1));

        company.runUntil(company.now().plus(Duration.ofDays(8)));

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void r3_5_a_champion_armed_by_another_rep_does_not_cancel_the_reminder() {
        company.reps(2);
        record(
                new KitSent(
                        new RepId("rep-002"),
                        company.now(),
                        new AccountId("account-1"),
                        "Sample Hospital 1",
                        true,
                        "Dana Whitfield",
                        1));

        company.runUntil(company.now().plus(Duration.ofDays(8)));

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void r3_5_a_waiting_reminder_is_canceled_if_the_rep_arms_the_deal_in_the_meantime() {
        company.run(new Errand.RemindOfKit(id));
        record(
                new KitSent(
                        new RepId("rep-001"),
                        company.now(),
                        new AccountId("account-1"),
                        "Sample Hospital 1",
                        true,
                        "Dana Whitfield",
                        1));

        company.work();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void r3_5_nobody_is_reminded_while_the_story_is_exempt_from_deals() {
        company.changePlacement.exempt(
                id, "referencedInDeal", "not about a product", "Sample Owner", Company.PR);

        company.run(new Errand.RemindOfKit(id));
        company.work();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void r3_5_reps_are_reminded_once_the_story_is_no_longer_exempt() {
        company.changePlacement.exempt(
                id, "referencedInDeal", "not about a product", "Sample Owner", Company.PR);
        company.runUntil(company.now().plus(Duration.ofDays(8)));
        assertThat(reminders()).isEmpty();

        company.changePlacement.undoExemption(id, "referencedInDeal", "a slip", null, Company.PR);
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(reminders()).isNotEmpty();
    }

    @Test
    void r3_5_a_rep_who_undoes_a_kit_sent_after_the_reminders_were_due_is_reminded() {
        company.deliverAll(id);
        Instant due = Samples.WEDNESDAY.plus(Duration.ofDays(7));
        company.runUntil(due.minus(Duration.ofHours(1)));
        String token = company.token(Purpose.KIT, id, "rep-001");
        company.recordResponse.record(
                token, Map.of("account", "account-1", "champion", "Sample Champion"));
        company.runUntil(due.plus(Duration.ofHours(12)));
        assertThat(reminders()).isEmpty();
        Response sent = company.responses.recorded(company.find(id)).getLast();

        company.recordResponse.record(token, Map.of("undo", RecordResponse.keyOf(sent)));
        company.runUntil(due.plus(Duration.ofDays(9)));

        assertThat(reminders())
                .extracting(OutgoingMail::to)
                .containsExactly("rep-001@sample-medtech.example");
    }

    @Test
    void r3_5_undoing_a_kit_sent_before_the_reminders_are_due_reminds_nobody_yet() {
        company.deliverAll(id);
        String token = company.token(Purpose.KIT, id, "rep-001");
        company.recordResponse.record(
                token, Map.of("account", "account-1", "champion", "Sample Champion"));
        Response sent = company.responses.recorded(company.find(id)).getLast();

        company.recordResponse.record(token, Map.of("undo", RecordResponse.keyOf(sent)));
        company.work();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void r3_5_a_waiting_reminder_is_canceled_if_the_kit_may_no_longer_be_sent() {
        company.run(new Errand.RemindOfKit(id));
        assertThat(company.queue.messages).hasSize(1);
        company.changePlacement.turn(id, "amber", null, "in review again", Company.PR);

        company.work();

        assertThat(reminders()).isEmpty();
    }

    @Test
    void r3_5_a_canceled_reminder_goes_out_once_the_kit_may_be_sent_again() {
        company.run(new Errand.RemindOfKit(id));
        company.changePlacement.turn(id, "amber", null, "in review again", Company.PR);
        company.work();
        company.changePlacement.turn(id, "green", null, "cleared", Company.PR);

        company.runUntil(company.now().plus(Duration.ofDays(8)));

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void r3_5_during_an_outage_a_waiting_reminder_is_queued_once() {
        company.goTo(company.now().plus(Duration.ofDays(8)));
        company.mailbox.down(true);

        company.tickAndTryFor(Duration.ofMinutes(30));
        assertThat(company.queue.messages).hasSize(1);

        company.mailbox.down(false);
        company.work();
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void r3_5_a_rep_whose_id_changes_after_the_reminder_is_not_reminded_again() {
        company.run(new Errand.RemindOfKit(id));
        company.work();
        company.advance(Duration.ofDays(1));
        company.putReps(List.of(Company.rep("rep-001").with("id", "HR-9001")));

        company.run(new Errand.RemindOfKit(id));
        company.work();

        assertThat(reminders()).hasSize(1);
    }

    @Test
    void r3_5_a_rep_pinged_under_an_earlier_id_is_reminded_in_the_thread_of_the_ping() {
        company.advance(Duration.ofDays(1));
        company.putReps(List.of(Company.rep("rep-001").with("id", "HR-9001")));

        company.run(new Errand.RemindOfKit(id));
        company.work();

        assertThat(reminders())
                .extracting(mail -> mail.id().recipient())
                .containsExactly("rep-001");
        assertThat(reminders()).extracting(OutgoingMail::text).containsExactly("Sample Hospital 1");
    }

    @Test
    void r3_5_a_rep_whose_ping_bounced_is_reminded_under_the_current_id() {
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.advance(Duration.ofDays(1));
        company.putReps(
                List.of(
                        Company.rep("rep-001")
                                .with("id", "HR-9001")
                                .with("email", "other@sample-medtech.example")));

        company.run(new Errand.RemindOfKit(id));
        company.work();

        assertThat(reminders())
                .extracting(mail -> mail.id().recipient())
                .containsExactly("HR-9001");
    }

    @Test
    void r3_5_nobody_is_reminded_of_a_backfill_that_turns_green() {
        PlacementId past =
                ((SubmitOutcome.Accepted)
                                company.submit(
                                        new SubmissionBuilder(Samples.green())
                                                .url("https://past.example/story")
                                                .forwardability("amber")
                                                .backfill(true)
                                                .build()))
                        .placement()
                        .id();
        company.changePlacement.turn(past, "green", null, "cleared", Company.PR);

        company.runUntil(company.now().plus(Duration.ofDays(8)));

        assertThat(reminders())
                .extracting(mail -> mail.id().subject())
                .doesNotContain(past.value());
    }

    private List<OutgoingMail> reminders() {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == MailKind.KIT_REMINDER)
                .toList();
    }

    private void record(Response response) {
        HistoryEntry entry =
                new HistoryEntry(id.value(), company.now(), "rep-001", "recorded", null);
        assertThat(company.stored.add(company.find(id), response, entry)).isTrue();
    }
}
