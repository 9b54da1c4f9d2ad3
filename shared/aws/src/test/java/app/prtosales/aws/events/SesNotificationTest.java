package app.prtosales.aws.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.events.SesNotification.Ignored;
import app.prtosales.aws.events.SesNotification.Malformed;
import app.prtosales.aws.events.SesNotification.Reported;
import app.prtosales.aws.json.Json;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SesEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesNotificationTest {

    private static final Instant SENT = Instant.parse("2026-06-24T13:00:00.123Z");
    private static final Instant THEN = Instant.parse("2026-06-24T13:00:05.678Z");

    @Test
    void a_send_has_the_time_at_which_the_email_was_sent() {
        assertThat(read("Send", "send", "{}"))
                .isEqualTo(reported(new SesEvent.Sent("ses-1", SENT)));
    }

    @Test
    void a_delivery_has_its_own_time() {
        assertThat(
                        read(
                                "Delivery",
                                "delivery",
                                """
                                {"timestamp": "2026-06-24T13:00:05.678Z",
                                 "processingTimeMillis": 5555,
                                 "recipients": ["ann@example.com"],
                                 "smtpResponse": "250 2.6.0 Message received",
                                 "reportingMTA": "mta.example.com"}
                                """))
                .isEqualTo(reported(new SesEvent.Delivered("ses-1", THEN)));
    }

    @Test
    void the_tag_is_read_in_its_current_and_its_earlier_form() {
        String old = event("Send", "send", "{}");
        String today = old.replace("p1.r1.ping", "cDEucjEucGluZw");

        assertThat(SesNotification.read(Json.read(today)))
                .isEqualTo(SesNotification.read(Json.read(old)))
                .isEqualTo(reported(new SesEvent.Sent("ses-1", SENT)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Permanent    | General         | 5.1.1 | true  | mailbox does not exist
                    Permanent    | NoEmail         | 5.1.1 | true  | mailbox does not exist
                    Permanent    | General         | 5.2.1 | true  | mailbox is disabled
                    Permanent    | General         | 5.9.9 | true  | the mail server rejected it
                    Transient    | MailboxFull     | 4.2.2 | false | mailbox is full
                    Transient    | ContentRejected | 5.0.0 | false | the mail server rejected the content
                    Transient    | General         | 4.4.7 | false | the mail server didn’t accept it in time
                    Undetermined | Undetermined    | 4.9.9 | false | the mail server didn’t accept it
                    """)
    void a_bounce_is_permanent_only_if_ses_says_so_and_has_a_reason_in_words(
            String type, String subType, String status, boolean permanent, String reason) {
        String event = bounce(type, subType).replace("5.1.1", status);

        assertThat(read("Bounce", "bounce", event))
                .isEqualTo(
                        reported(
                                new SesEvent.Bounced(
                                        "ses-1",
                                        THEN,
                                        permanent,
                                        reason,
                                        Mailbox.idOf("ann@example.com"))));
    }

    @Test
    void a_bounce_reason_does_not_quote_the_address() {
        assertThat(read("Bounce", "bounce", bounce("Permanent", "ann@example.com")).toString())
                .contains("mailbox does not exist")
                .doesNotContain("ann@");
    }

    @ParameterizedTest
    @CsvSource({"Permanent, Suppressed", "Permanent, OnAccountSuppressionList"})
    void an_email_suppressed_by_ses_does_not_count_as_a_bounce(String type, String subType) {
        assertThat(read("Bounce", "bounce", bounce(type, subType))).isEqualTo(suppressed());
    }

    @Test
    void a_complaint_about_a_suppressed_email_is_not_a_complaint() {
        assertThat(
                        read(
                                "Complaint",
                                "complaint",
                                """
                                {"complainedRecipients": [{"emailAddress": "ann@example.com"}],
                                 "complaintSubType": "OnAccountSuppressionList",
                                 "timestamp": "2026-06-24T13:00:05.678Z", "feedbackId": "f"}
                                """))
                .isEqualTo(suppressed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-spam", "Not-Spam"})
    void a_not_spam_report_is_not_a_complaint(String feedbackType) {
        assertThat(
                        read(
                                "Complaint",
                                "complaint",
                                """
                                {"complainedRecipients": [{"emailAddress": "ann@example.com"}],
                                 "timestamp": "2026-06-24T13:00:05.678Z", "feedbackId": "f",
                                 "complaintFeedbackType": "%s"}
                                """
                                        .formatted(feedbackType)))
                .isInstanceOf(SesNotification.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"bouncedRecipients\": [],",
                "\"bouncedRecipients\": null,",
                "\"bouncedRecipients\": [{}],",
                "\"bouncedRecipients\": [{\"emailAddress\": \"\"}],"
            })
    void a_bounce_without_recipients_belongs_to_the_address_in_the_email(String recipients) {
        assertThat(
                        read(
                                "Bounce",
                                "bounce",
                                """
                                {"bounceType": "Permanent", "bounceSubType": "General", %s
                                 "timestamp": "2026-06-24T13:00:05.678Z", "feedbackId": "f"}
                                """
                                        .formatted(recipients)))
                .isEqualTo(
                        reported(
                                new SesEvent.Bounced(
                                        "ses-1",
                                        THEN,
                                        true,
                                        "the mail server rejected it",
                                        Mailbox.idOf("ann@example.com"))));
    }

    @Test
    void a_bounce_that_the_mail_server_calls_delayed_is_a_delay() {
        String delayed = bounce("Transient", "General").replace("\"failed\"", "\"delayed\"");

        assertThat(delayed).contains("delayed");
        assertThat(read("Bounce", "bounce", delayed))
                .isEqualTo(reported(new SesEvent.Delayed("ses-1", THEN)));
    }

    private static SesNotification suppressed() {
        return reported(
                new SesEvent.Suppressed(
                        "ses-1",
                        THEN,
                        "the address is on the account's suppression list",
                        Mailbox.idOf("ann@example.com")));
    }

    @Test
    void a_complaint_and_a_delay_have_their_own_times() {
        assertThat(
                        read(
                                "Complaint",
                                "complaint",
                                """
                                {"complainedRecipients": [{"emailAddress": "ann@example.com"}],
                                 "timestamp": "2026-06-24T13:00:05.678Z", "feedbackId": "f",
                                 "complaintFeedbackType": "abuse"}
                                """))
                .isEqualTo(
                        reported(
                                new SesEvent.Complained(
                                        "ses-1", THEN, Mailbox.idOf("ann@example.com"))));
        assertThat(
                        read(
                                "DeliveryDelay",
                                "deliveryDelay",
                                """
                                {"timestamp": "2026-06-24T13:00:05.678Z",
                                 "delayType": "TransientCommunicationFailure",
                                 "expirationTime": "2026-06-25T03:00:00.000Z",
                                 "delayedRecipients": [{"emailAddress": "ann@example.com",
                                   "status": "4.4.1", "diagnosticCode": "smtp; 421 4.4.1"}]}
                                """))
                .isEqualTo(reported(new SesEvent.Delayed("ses-1", THEN)));
    }

    @Test
    void an_email_that_ses_accepted_but_did_not_send_is_rejected() {
        assertThat(read("Reject", "reject", "{\"reason\": \"Bad content\"}"))
                .isEqualTo(
                        reported(
                                new SesEvent.Rejected(
                                        "ses-1", SENT, "SES: rejected: Bad content")));
        assertThat(read("Reject", "reject", "{\"reason\": \"to ann@example.com\"}"))
                .as("a reason that SES does not document may contain the address (I10)")
                .isEqualTo(reported(new SesEvent.Rejected("ses-1", SENT, "SES: rejected")));
        assertThat(
                        read(
                                "Rendering Failure",
                                "failure",
                                "{\"errorMessage\": \"Attribute is missing\", \"templateName\": \"t\"}"))
                .isEqualTo(reported(new SesEvent.Rejected("ses-1", SENT, "SES: rendering failed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Open", "Click", "Subscription"})
    void opens_clicks_and_subscriptions_are_ignored(String type) {
        assertThat(read(type, "x", "{}")).isInstanceOf(Ignored.class);
    }

    @Test
    void an_event_about_someone_elses_email_is_ignored() {
        String event = event("Send", "send", "{}").replace("\"delivery\": [\"p1", "\"x\": [\"p1");

        assertThat(SesNotification.read(Json.read(event)))
                .isEqualTo(new Ignored("the email has no tag of ours"));
    }

    @ParameterizedTest
    @CsvSource({
        "aws.ses, aws.s3",
        "\"eventType\", \"type\"",
        "p1.r1.ping, p1",
        "\"messageId\", \"id\"",
        "Delivery\", Delivered\"",
        "\"timestamp\", \"time\"",
        "13:00:05.678Z, soon"
    })
    void an_event_without_a_required_value_is_malformed(String there, String instead) {
        String event =
                event("Delivery", "delivery", "{\"timestamp\": \"2026-06-24T13:00:05.678Z\"}")
                        .replace(there, instead);

        assertThat(SesNotification.read(Json.read(event))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"source\": \"aws.ses\", \"detail\": 7}"})
    void json_that_is_not_an_ses_event_is_malformed(String event) {
        assertThat(SesNotification.read(Json.read(event))).isInstanceOf(Malformed.class);
    }

    private static Reported reported(SesEvent event) {
        return new Reported(new DeliveryId("p1", "r1", MailKind.PING), event);
    }

    private static String bounce(String type, String subType) {
        return """
        {"bounceType": "%s", "bounceSubType": "%s",
         "bouncedRecipients": [{"emailAddress": "ann@example.com", "action": "failed",
           "status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 ann@example.com unknown"}],
         "timestamp": "2026-06-24T13:00:05.678Z", "feedbackId": "f",
         "reportingMTA": "dsn; mta.example.com"}
        """
                .formatted(type, subType);
    }

    private static SesNotification read(String type, String member, String content) {
        return SesNotification.read(Json.read(event(type, member, content)));
    }

    private static String event(String type, String member, String content) {
        return """
        {"version": "0", "id": "e1", "detail-type": "Email %s", "source": "aws.ses",
         "account": "111122223333", "time": "2026-06-24T13:00:06Z", "region": "eu-west-1",
         "resources": ["arn:aws:ses:eu-west-1:111122223333:configuration-set/set"],
         "detail": {"eventType": "%s",
           "mail": {"timestamp": "2026-06-24T13:00:00.123Z", "source": "from@example.com",
             "messageId": "ses-1", "destination": ["ann@example.com"],
             "headersTruncated": false, "headers": [{"name": "To", "value": "ann@example.com"}],
             "commonHeaders": {"messageId": "ses-1"},
             "tags": {"ses:configuration-set": ["set"], "delivery": ["p1.r1.ping"]}},
           "%s": %s}}
        """
                .formatted(type, type, member, content);
    }
}
