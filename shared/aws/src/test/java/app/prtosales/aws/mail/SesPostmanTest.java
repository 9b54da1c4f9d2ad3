package app.prtosales.aws.mail;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.prtosales.aws.CollectedLog;
import app.prtosales.aws.MovableClock;
import app.prtosales.aws.PretendAws;
import app.prtosales.aws.PretendAws.Reply;
import app.prtosales.aws.json.Json;
import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Postman.Handover;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class SesPostmanTest {

    private final PretendAws aws;
    private final MovableClock clock = new MovableClock();
    private final List<String> log = new ArrayList<>();
    private final SesPostman postman;

    SesPostmanTest() throws IOException {
        aws = new PretendAws();
        postman = postmanAt(aws.url());
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void an_email_is_sent_to_one_recipient_with_its_tag_headers_and_thread() {
        aws.thenJson(Map.of("MessageId", "ses-1"));

        Handover handover = postman.send(mail("<p1.r1@pr-to-sales.example>", "pr@example.com"));

        assertThat(handover).isEqualTo(new Handover.Accepted("ses-1"));
        assertThat(aws.requests()).hasSize(1);
        assertThat(aws.requests().getFirst().path()).isEqualTo("/v2/email/outbound-emails");
        assertThat(aws.requests().getFirst().body())
                .isEqualTo(
                        Json.read(
                                """
                                {"FromEmailAddress": "Coverage <from@example.com>",
                                 "Destination": {"ToAddresses": ["ann@example.com"]},
                                 "ReplyToAddresses": ["pr@example.com"],
                                 "ConfigurationSetName": "set",
                                 "EmailTags": [{"Name": "delivery", "Value": "cDEucjEucGluZw"}],
                                 "Content": {"Simple": {
                                   "Subject": {"Data": "[Coverage] é", "Charset": "UTF-8"},
                                   "Body": {"Html": {"Data": "<p>Hi", "Charset": "UTF-8"},
                                            "Text": {"Data": "Hi", "Charset": "UTF-8"}},
                                   "Headers": [
                                     {"Name": "Auto-Submitted", "Value": "auto-generated"},
                                     {"Name": "X-PR-To-Sales-Delivery", "Value": "p1.r1.ping"},
                                     {"Name": "References",
                                      "Value": "<p1.r1@pr-to-sales.example>"}]}}}
                                """));
    }

    @Test
    void an_email_outside_any_thread_has_no_thread_headers() {
        aws.thenJson(Map.of("MessageId", "ses-1"));

        postman.send(mail(null, null));

        JsonNode request = aws.requests().getFirst().body();
        assertThat(request.path("ReplyToAddresses")).isEmpty();
        assertThat(request.path("Content").path("Simple").path("Headers")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "429, TooManyRequestsException",
        "400, ThrottlingException",
        "500, InternalServiceErrorException",
        "503, ServiceUnavailable"
    })
    void an_error_unrelated_to_the_email_means_later(int status, String code) {
        aws.then(PretendAws.error(status, code));

        assertThat(postman.send(mail(null, null))).isEqualTo(new Handover.TryLater("SES: " + code));
        assertThat(aws.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, LimitExceededException",
        "400, SendingPausedException",
        "400, AccountSuspendedException",
        "400, MailFromDomainNotVerifiedException",
        "403, AccessDeniedException",
        "404, NotFoundException"
    })
    void an_error_about_the_account_means_later_and_needs_a_person_to_fix_it(
            int status, String code) {
        aws.then(PretendAws.error(status, code));

        assertThat(postman.send(mail(null, null)))
                .isEqualTo(new Handover.TryLater("SES takes no mail from us: " + code, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MessageRejected | Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account. | true
                    MessageRejected | Sending suspended for this account. | true
                    MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-1: PR <FROM@example.com> | true
                    MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-1: example.com | true
                    MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-1: rep@else.example, ... | true
                    MessageRejected | Email address is not verified. | true
                    MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-1: rep@else.example | false
                    MessageRejected | Email address is not verified. The following identities failed the check in region EU-WEST-1: notfrom@example.com | false
                    BadRequestException | Configuration set <set> does not exist. | true
                    BadRequestException | Invalid tag value <a.b>: only alphanumeric ASCII characters, '_', and '-' are allowed. | true
                    BadRequestException | Domain contains illegal character | false
                    BadRequestException | Local address contains control or whitespace | false
                    """)
    void an_error_message_from_ses_decides_between_the_email_and_the_account(
            String code, String message, boolean ours) {
        AwsServiceException answered =
                AwsServiceException.builder()
                        .statusCode(400)
                        .awsErrorDetails(
                                AwsErrorDetails.builder()
                                        .errorCode(code)
                                        .errorMessage(message)
                                        .build())
                        .build();

        assertThat(SesRefusal.of(answered, "PR <from@example.com>"))
                .isEqualTo(
                        ours
                                ? new Handover.TryLater("SES takes no mail from us: " + code, true)
                                : new Handover.Refused("SES: " + code));
    }

    @ParameterizedTest
    @CsvSource({"400, MessageRejected", "400, BadRequestException"})
    void an_error_about_the_email_refuses_it_and_quotes_no_address(int status, String code) {
        aws.then(PretendAws.error(status, code));

        assertThat(postman.send(mail(null, null))).isEqualTo(new Handover.Refused("SES: " + code));
        assertThat(aws.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"502", "504"})
    void a_gateway_error_leaves_the_result_unknown(int status) {
        aws.then(new Reply.Answer(status, Map.of(), ""));

        assertThat(postman.send(mail(null, null))).isInstanceOf(Handover.NoAnswer.class);
        assertThat(aws.requests()).hasSize(1);
    }

    @Test
    void a_dropped_reply_leaves_the_result_unknown_and_nothing_is_sent_twice() {
        aws.then(new Reply.Drop());

        assertThat(postman.send(mail(null, null)))
                .isEqualTo(new Handover.NoAnswer("no answer from SES"));
        assertThat(aws.requests()).hasSize(1);
    }

    /// On a reused connection, the JDK may repeat a POST on its own if the reply is lost, whatever
    /// the SDK's retry settings are.
    @Test
    void a_reply_dropped_on_a_reused_connection_causes_no_second_send() {
        aws.thenJson(Map.of("MessageId", "ses-1"))
                .then(new Reply.Drop())
                .thenJson(Map.of("MessageId", "twice"));

        postman.send(mail(null, null));

        assertThat(postman.send(mail(null, null)))
                .isEqualTo(new Handover.NoAnswer("no answer from SES"));
        assertThat(aws.requests()).hasSize(2);
        assertThat(aws.requests())
                .extracting(PretendAws.Request::port)
                .containsOnly(aws.requests().getFirst().port());
    }

    @Test
    void a_missing_answer_times_out_and_leaves_the_result_unknown() {
        aws.then(new Reply.Hang());

        assertThat(postman.send(mail(null, null)))
                .isEqualTo(new Handover.NoAnswer("no answer from SES"));
        assertThat(aws.requests()).hasSize(1);
    }

    @Test
    void a_refused_connection_means_later_because_nothing_was_sent() throws IOException {
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThat(
                            postmanAt("http://127.0.0.1:" + silent.getLocalPort())
                                    .send(mail(null, null)))
                    .isEqualTo(new Handover.TryLater("SES cannot be reached"));
        }
        assertThat(postmanAt("http://nowhere.invalid").send(mail(null, null)))
                .isEqualTo(new Handover.TryLater("SES cannot be reached"));
    }

    @Test
    void the_rate_is_queried_every_five_minutes() {
        aws.thenJson(Map.of("SendQuota", Map.of("MaxSendRate", 14.0)))
                .thenJson(Map.of("SendQuota", Map.of("MaxSendRate", 28.0)));

        assertThat(postman.account().perSecond()).isEqualTo(14);
        clock.advance(Duration.ofSeconds(299));
        assertThat(postman.account().perSecond()).isEqualTo(14);
        clock.advance(Duration.ofSeconds(1));
        assertThat(postman.account().perSecond()).isEqualTo(28);
        assertThat(aws.requests())
                .extracting(PretendAws.Request::path)
                .containsExactly("/v2/email/account", "/v2/email/account");
    }

    @Test
    void no_quota_is_assumed_if_ses_cannot_be_reached() {
        SesPostman unanswered = postmanAt("http://nowhere.invalid");

        assertThatThrownBy(unanswered::account).isInstanceOf(SdkClientException.class);
    }

    @Test
    void without_permission_to_query_the_account_the_rate_is_one_a_second_for_a_minute() {
        aws.then(PretendAws.error(403, "AccessDeniedException"))
                .thenJson(Map.of("SendQuota", Map.of("MaxSendRate", 14.0)));

        assertThat(postman.account().perSecond()).isEqualTo(1);
        assertThat(postman.account().per24h()).isEqualTo(Long.MAX_VALUE);

        clock.advance(Duration.ofMinutes(1));
        assertThat(postman.account().perSecond()).isEqualTo(14);
    }

    @Test
    void no_rate_is_assumed_while_ses_is_down() {
        for (int i = 0; i < 4; i++) {
            aws.then(PretendAws.error(503, "ServiceUnavailable"));
        }

        assertThatThrownBy(postman::account).isInstanceOf(AwsServiceException.class);
    }

    /// One after the other, eight senders would outlast the function's two minutes.
    @Test
    void while_ses_hangs_one_query_for_the_rate_tells_all_who_wait_for_it() {
        for (int i = 0; i < 40; i++) {
            aws.then(new Reply.Hang());
        }

        List<Class<?>> told =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> Concurrently.map(range(0, 8).boxed().toList(), 8, i -> failure()));

        assertThat(told).hasSize(8).containsOnly(ApiCallTimeoutException.class);
        assertThat(aws.requests()).hasSizeLessThanOrEqualTo(2);
    }

    private Class<?> failure() {
        try {
            throw new IllegalStateException(postman.account().toString());
        } catch (SdkException noAnswer) {
            return noAnswer.getClass();
        }
    }

    @Test
    void after_a_query_that_failed_the_next_one_is_sent() {
        aws.then(new Reply.Hang()).thenJson(Map.of("SendQuota", Map.of("MaxSendRate", 14.0)));

        assertThat(failure()).isEqualTo(ApiCallTimeoutException.class);
        clock.advance(Duration.ofMillis(1));

        assertThat(postman.account().perSecond()).isEqualTo(14);
    }

    @Test
    void without_a_rate_in_the_answer_the_rate_is_one_a_second() {
        aws.thenJson(Map.of());

        assertThat(postman.account().perSecond()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"400, MessageRejected, true", "429, TooManyRequestsException, false"})
    void the_log_has_the_words_of_an_answer_that_somebody_must_act_on(
            int status, String code, boolean told) {
        aws.then(PretendAws.error(status, code));

        postman.send(mail(null, null));

        if (told) {
            assertThat(log).singleElement().asString().contains("about […]", "p1.r1.ping");
        } else {
            assertThat(log).isEmpty();
        }
    }

    private SesPostman postmanAt(String url) {
        return new SesPostman(
                PretendAws.clients(url),
                "Coverage <from@example.com>",
                "set",
                clock,
                CollectedLog.into(log),
                Duration.ofMillis(1500));
    }

    private static OutgoingMail mail(@Nullable String thread, @Nullable String replyTo) {
        return new OutgoingMail(
                new DeliveryId("p1", "r1", MailKind.PING),
                "ann@example.com",
                "[Coverage] é",
                "<p>Hi",
                "Hi",
                thread,
                replyTo);
    }
}
