package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.1: what a rep can do from an email: name champions, undo, send the kit, report a wrong
/// record.
class RepPagesTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(2);
        company.put(
                ListName.ACCOUNTS,
                account("account-1", "Sample Hospital 1", "true"),
                account("account-2", "Sample Hospital 2", "false"));
        id = company.distribute(Samples.green()).id();
    }

    private static Row account(String id, String name, String openDeal) {
        return Company.row(
                "id",
                id,
                "name",
                name,
                "segment",
                Samples.submission().segments().getFirst(),
                "rep",
                "rep-001",
                "target",
                "true",
                "openDeal",
                openDeal);
    }

    private Outcome record(Purpose purpose, Map<String, String> form) {
        Outcome outcome =
                company.recordResponse.record(company.token(purpose, id, "rep-001"), form);
        company.work();
        return outcome;
    }

    private int armed() {
        return company.showPlacement.show(id).orElseThrow().audit().facts().armed();
    }

    private String undoKey(Purpose purpose) {
        List<Response> standing =
                switch (company.recordResponse.open(company.token(purpose, id, "rep-001"))) {
                    case Opened.ToReference page -> page.standing();
                    case Opened.ToSendKit page -> page.standing();
                    default -> List.of();
                };
        return standing.stream()
                .filter(each -> each.canBeUndoneAt(company.now()))
                .findFirst()
                .map(RecordResponse::keyOf)
                .orElse("none");
    }

    @Test
    void a_reference_may_name_a_champion_and_the_history_does_not() {
        record(
                Purpose.REFERENCE,
                Map.of(
                        "account",
                        "account-1",
                        "how",
                        "talked-about",
                        "champion",
                        "Sample Champion"));

        assertThat(company.responses.thatCount(id))
                .containsExactly(
                        new Referenced(
                                "rep-001",
                                company.now(),
                                new AccountId("account-1"),
                                "Sample Hospital 1",
                                true,
                                How.TALKED_ABOUT,
                                "Sample Champion",
                                1));
        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .noneMatch(what -> what.contains("Sample Champion"));
    }

    @Test
    void a_response_can_be_undone_within_24_hours() {
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "talked-about"));
        company.advance(Duration.ofHours(23));

        assertThat(record(Purpose.REFERENCE, Map.of("undo", undoKey(Purpose.REFERENCE))))
                .isInstanceOf(Outcome.Recorded.class);

        assertThat(company.responses.thatCount(id)).isEmpty();
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "in-a-meeting"));
        assertThat(company.responses.thatCount(id)).hasSize(1);
        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .contains("undid a use in a deal at Sample Hospital 1");
    }

    @Test
    void a_response_can_no_longer_be_undone_after_24_hours() {
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "talked-about"));
        String key = undoKey(Purpose.REFERENCE);
        company.advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(undoKey(Purpose.REFERENCE)).isEqualTo("none");
        assertThat(record(Purpose.REFERENCE, Map.of("undo", key)))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        refused ->
                                assertThat(refused.errors().getFirst().message())
                                        .contains("24 hours have passed"));
        assertThat(company.responses.thatCount(id)).hasSize(1);
    }

    @Test
    void r5_8_undoing_twice_is_already_recorded() {
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "talked-about"));
        String key = undoKey(Purpose.REFERENCE);
        record(Purpose.REFERENCE, Map.of("undo", key));

        assertThat(record(Purpose.REFERENCE, Map.of("undo", key)))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void a_rep_cannot_undo_another_reps_response() {
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "talked-about"));
        String key = undoKey(Purpose.REFERENCE);

        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.REFERENCE, id, "rep-002"),
                                Map.of("undo", key)))
                .isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void r3_4_armed_counts_named_champions_on_open_deals() {
        assertThat(armed()).isZero();

        record(Purpose.KIT, Map.of("account", "account-2", "champion", "Sample Champion"));
        assertThat(armed()).as("there is no open deal at that account").isZero();

        record(Purpose.KIT, Map.of("account", "account-1", "champion", "Sample Champion"));
        record(Purpose.KIT, Map.of("account", "account-1", "champion", "sample champion"));
        assertThat(armed()).isEqualTo(1);

        record(Purpose.KIT, Map.of("undo", undoKey(Purpose.KIT)));
        record(Purpose.KIT, Map.of("undo", undoKey(Purpose.KIT)));
        assertThat(armed()).isZero();
    }

    @Test
    void r3_4_without_a_named_champion_nobody_is_armed() {
        assertThat(record(Purpose.KIT, Map.of("account", "account-1")))
                .isInstanceOf(Outcome.Invalid.class);
        record(Purpose.REFERENCE, Map.of("account", "account-1", "how", "sent-to-the-customer"));
        assertThat(armed()).isZero();
        record(
                Purpose.REFERENCE,
                Map.of(
                        "account",
                        "account-1",
                        "how",
                        "sent-to-the-customer",
                        "champion",
                        "Sample Champion"));
        assertThat(armed()).isEqualTo(1);
        assertThat(company.responses.thatCount(id)).hasSize(1);
    }

    @Test
    void r3_4_a_second_champion_at_an_account_is_armed_beside_the_first() {
        used("sent-to-the-customer", "Dana Whitfield");
        used("sent-to-the-customer", "Omar Reyes");
        assertThat(armed()).isEqualTo(2);

        sentTo("account-1", "Priya Nair");
        sentTo("account-1", "Lena Brandt");
        assertThat(armed()).isEqualTo(4);
    }

    @Test
    void r3_4_a_champion_stays_armed_when_the_kit_is_sent_again_after_the_deal_closed() {
        sentTo("account-1", "Dana Whitfield");
        company.put(ListName.ACCOUNTS, account("account-1", "Sample Hospital 1", "false"));

        assertThat(sentTo("account-1", "Dana Whitfield"))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(armed()).isEqualTo(1);
    }

    @Test
    void r3_4_a_champion_who_then_gets_the_story_is_armed() {
        used("talked-about", "Dana Whitfield");
        assertThat(armed()).isZero();

        used("sent-to-the-customer", "Dana Whitfield");

        assertThat(armed()).isEqualTo(1);
    }

    @Test
    void r5_8_the_same_champion_in_another_spelling_is_already_recorded() {
        used("talked-about", "Dana Whitfield");

        assertThat(used("talked-about", "DANA WHITFIELD"))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(used("in-a-meeting", "")).isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void a_use_counts_once_from_its_first_answer_however_many_champions_are_named() {
        used("talked-about", "");
        Response first = company.responses.thatCount(id).getFirst();
        company.advance(Duration.ofDays(8));
        used("in-a-meeting", "Dana Whitfield");
        used("in-a-meeting", "Omar Reyes");

        assertThat(company.responses.thatCount(id)).containsExactly(first);
    }

    @Test
    void undoing_a_second_answer_leaves_the_first_as_it_was() {
        used("sent-to-the-customer", "Dana Whitfield");
        List<Response> before = company.responses.thatCount(id);
        company.advance(Duration.ofDays(2));
        used("sent-to-the-customer", "Omar Reyes");

        assertThat(record(Purpose.REFERENCE, Map.of("undo", undoKey(Purpose.REFERENCE))))
                .isInstanceOf(Outcome.Recorded.class);

        assertThat(company.responses.thatCount(id)).isEqualTo(before);
        assertThat(armed()).isEqualTo(1);
        assertThat(undoKey(Purpose.REFERENCE)).as("older than 24 hours").isEqualTo("none");
    }

    @Test
    void undoing_a_first_answer_leaves_the_second_as_it_was() {
        used("sent-to-the-customer", "Dana Whitfield");
        String wrong = undoKey(Purpose.REFERENCE);
        company.advance(Duration.ofHours(1));
        used("in-a-meeting", "Omar Reyes");

        record(Purpose.REFERENCE, Map.of("undo", wrong));

        assertThat(company.responses.thatCount(id))
                .singleElement()
                .satisfies(each -> assertThat(each.at()).isEqualTo(company.now()));
        assertThat(armed()).isZero();
        assertThat(record(Purpose.REFERENCE, Map.of("undo", wrong)))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void r5_6_a_retraction_lists_every_champion_at_an_account_once() {
        used("talked-about", "Dana Whitfield");
        used("talked-about", "Omar Reyes");
        sentTo("account-1", "Dana Whitfield");
        company.deliverAll(id);
        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.work();

        assertThat(company.mailbox.to("rep-001@sample-medtech.example").getLast().text())
                .isEqualTo("a false figure\nSample Hospital 1: Dana Whitfield, Omar Reyes");
    }

    private Outcome used(String how, String champion) {
        return record(
                Purpose.REFERENCE,
                Map.of("account", "account-1", "how", how, "champion", champion));
    }

    private Outcome sentTo(String account, String champion) {
        return record(Purpose.KIT, Map.of("account", account, "champion", champion));
    }

    @Test
    void r5_6_a_retraction_lists_the_champions_it_went_to() {
        record(Purpose.KIT, Map.of("account", "account-1", "champion", "Sample Champion"));
        company.deliverAll(id);
        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.work();

        assertThat(company.mailbox.to("rep-001@sample-medtech.example").getLast().text())
                .contains("Sample Champion");
        assertThat(company.mailbox.to("rep-002@sample-medtech.example").getLast().text())
                .doesNotContain("Sample Champion");
    }

    @Test
    void r5_5_the_kit_is_not_shown_once_the_placement_is_amber() {
        company.changePlacement.turn(id, "amber", null, "legal asked", Company.PR);

        assertThat(company.recordResponse.open(company.token(Purpose.KIT, id, "rep-001")))
                .isInstanceOf(Opened.NoKit.class);
        assertThat(
                        record(
                                Purpose.KIT,
                                Map.of("account", "account-1", "champion", "Sample Champion")))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_reps_report_of_a_wrong_record_reaches_ops_once() {
        assertThat(record(Purpose.RECORD, Map.of())).isInstanceOf(Outcome.Invalid.class);
        record(Purpose.RECORD, Map.of("what", "I work payers now."));
        record(Purpose.RECORD, Map.of("what", "I work payers now."));

        assertThat(company.mailbox.to(Company.OPS))
                .filteredOn(mail -> mail.id().kind() == MailKind.RECORD_FIX)
                .extracting(OutgoingMail::text)
                .containsExactly("I work payers now.");
        assertThat(company.responses.thatCount(id)).isEmpty();
    }

    @Test
    void a_second_report_causes_another_email() {
        record(Purpose.RECORD, Map.of("what", "I work payers now."));
        record(Purpose.RECORD, Map.of("what", "And my zone is Europe/Berlin."));

        assertThat(company.mailbox.to(Company.OPS))
                .filteredOn(mail -> mail.id().kind() == MailKind.RECORD_FIX)
                .hasSize(2);
    }

    @Test
    void r3_5_reps_with_an_open_deal_at_a_matching_target_are_reminded_once_after_7_days() {
        company.deliverAll(id);
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(7)));
        assertThat(reminders()).isEmpty();

        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(9)));

        assertThat(reminders())
                .extracting(OutgoingMail::to)
                .containsExactly("rep-001@sample-medtech.example");
        assertThat(reminders().getFirst().text()).isEqualTo("Sample Hospital 1");
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.KIT_REMINDER);
    }

    @Test
    void r3_5_a_rep_who_armed_a_champion_is_not_reminded() {
        company.deliverAll(id);
        record(Purpose.KIT, Map.of("account", "account-1", "champion", "Sample Champion"));
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(9)));

        assertThat(reminders()).isEmpty();
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.KIT_REMINDER);
    }

    @Test
    void a_reps_report_is_stored_in_the_table_and_not_in_the_errand() {
        company.recordResponse.record(
                company.token(Purpose.RECORD, id, "rep-001"), Map.of("what", "My name is wrong."));

        assertThat(company.queue.errands)
                .containsExactly(new Errand.FixRecord(id, new RepId("rep-001"), 1));
        assertThat(company.responses.recorded(id))
                .containsExactly(
                        new WrongRecord(
                                new RepId("rep-001"), company.now(), "My name is wrong.", 1));
    }

    private List<OutgoingMail> reminders() {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == MailKind.KIT_REMINDER)
                .toList();
    }
}
