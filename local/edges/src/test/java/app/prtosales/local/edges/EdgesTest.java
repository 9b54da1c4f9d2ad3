package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EdgesTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;
    private final Work work = new Work();
    private final List<Map<String, Object>> called =
            Collections.synchronizedList(new ArrayList<>());
    private final List<Refusal> refusals = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient http = HttpClient.newHttpClient();
    private Edges edges;

    @BeforeEach
    void start() throws IOException {
        start(Duration.ZERO, false);
    }

    private void start(Duration mailAnswerAfter, boolean sandbox) throws IOException {
        edges =
                Edges.start(
                        new Edges.Settings(
                                Edges.Settings.inMemory().address(),
                                0,
                                null,
                                Set.of("toys.example"),
                                mailAnswerAfter,
                                sandbox),
                        ToyTemplate::at,
                        (function, event) -> called.add(event),
                        work,
                        clock,
                        refusals::add);
    }

    @AfterEach
    void stop() {
        edges.close();
        work.close();
    }

    @Test
    void a_message_received_too_often_moves_to_the_dead_letter_queue_by_the_products_clock()
            throws Exception {
        sqs("SendMessage", Map.of("QueueUrl", url("Jobs"), "MessageBody", "hello"));

        assertThat(receive("Jobs")).hasSize(1);
        assertThat(receive("Jobs")).isEmpty();
        now.set(NOON.plusSeconds(60));
        assertThat(receive("Jobs")).hasSize(1);
        now.set(NOON.plusSeconds(120));
        assertThat(receive("Jobs")).isEmpty();

        assertThat(receive("DeadJobs"))
                .singleElement()
                .satisfies(message -> assertThat(message.get("Body")).isEqualTo("hello"));
    }

    @Test
    void a_delayed_message_becomes_visible_by_the_products_clock() throws Exception {
        sqs(
                "SendMessage",
                Map.of("QueueUrl", url("Jobs"), "MessageBody", "later", "DelaySeconds", 900));
        assertThat(receive("Jobs")).isEmpty();

        now.set(NOON.plusSeconds(900));

        assertThat(receive("Jobs")).hasSize(1);
    }

    @Test
    void the_local_sqs_refuses_what_sqs_refuses() throws Exception {
        assertError(
                sqs("SendMessage", Map.of("QueueUrl", url("None"), "MessageBody", "x")),
                400,
                "com.amazonaws.sqs#QueueDoesNotExist");
        assertError(
                sqs(
                        "SendMessage",
                        Map.of("QueueUrl", url("Jobs"), "MessageBody", "x", "DelaySeconds", 901)),
                400,
                "com.amazonaws.sqs#InvalidParameterValue");
        assertError(
                sqs(
                        "SendMessage",
                        Map.of("QueueUrl", url("Jobs"), "MessageBody", "x".repeat(1_048_577))),
                400,
                "com.amazonaws.sqs#InvalidParameterValue");
        List<Object> eleven = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            eleven.add(Map.of("Id", "m" + i, "MessageBody", "x"));
        }
        assertError(
                sqs("SendMessageBatch", Map.of("QueueUrl", url("Jobs"), "Entries", eleven)),
                400,
                "com.amazonaws.sqs#TooManyEntriesInBatchRequest");
    }

    @Test
    void an_event_on_our_bus_reaches_the_queue_in_full_and_a_malformed_one_fails()
            throws Exception {
        Map<String, Object> entry =
                Map.of(
                        "EventBusName",
                        "pr-to-sales-bus",
                        "Source",
                        "toy",
                        "DetailType",
                        "Accepted",
                        "Detail",
                        "{\"id\": \"1\"}");
        Map<String, Object> other = new LinkedHashMap<>(entry);
        other.put("Detail", "not json");

        HttpResponse<String> answer =
                call("AWSEvents.PutEvents", "/", Map.of("Entries", List.of(entry, other)));
        work.awaitNothing(Duration.ofSeconds(5));

        assertThat(Json.object(answer.body()).get("FailedEntryCount")).isEqualTo(1);
        assertThat(receive("Jobs"))
                .singleElement()
                .satisfies(message ->
                        assertThat(Json.string(message.get("Body")))
                                .contains("\"detail-type\":\"Accepted\"")
                                .contains("\"detail\":{\"id\":\"1\"}"));
    }

    @Test
    void one_call_may_carry_256_kib_of_events_counting_source_type_and_detail() throws Exception {
        String largest = "{\"of\":\"" + "é".repeat((262_144 - 3 - 8 - 9) / 2) + "\"}";
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("EventBusName", "pr-to-sales-bus");
        entry.put("Source", "toy");
        entry.put("DetailType", "Accepted");
        entry.put("Detail", largest);
        Map<String, Object> call = Map.of("Entries", List.of(entry));

        assertThat(call("AWSEvents.PutEvents", "/", call).statusCode()).isEqualTo(200);

        entry.put("Detail", largest + " ");
        assertError(call("AWSEvents.PutEvents", "/", call), 400, "ValidationException");
    }

    @Test
    void an_email_with_a_late_response_is_stored_at_once_and_its_events_are_late_too()
            throws Exception {
        edges.close();
        start(Duration.ofSeconds(2), false);

        FutureTask<HttpResponse<String>> answer = new FutureTask<>(() -> send("rep@x.example"));
        Thread.ofVirtual().start(answer);
        while (edges.mails().all().isEmpty()) {
            Thread.sleep(5);
        }

        assertThat(answer.isDone()).isFalse();
        assertThat(called).isEmpty();
        assertThat(edges.mails().all().getFirst().settled()).isFalse();
        assertThat(answer.get().statusCode()).isEqualTo(200);
        work.awaitNothing(Duration.ofSeconds(5));
        assertThat(called).hasSize(2);
    }

    @Test
    void an_email_is_accepted_and_stored_and_its_delivery_is_reported() throws Exception {
        HttpResponse<String> answer = send("rep@x.example");
        work.awaitNothing(Duration.ofSeconds(5));

        String id = Json.string(Json.object(answer.body()).get("MessageId"));
        Mail mail = edges.mails().all().getFirst();
        assertThat(mail.messageId()).isEqualTo(id);
        assertThat(mail.headers())
                .containsEntry("Message-ID", "<" + id + "@email.amazonses.com>")
                .containsEntry("X-Own", "yes")
                .containsEntry("Date", "Thu, 1 Jan 2026 12:00:00 +0000");
        assertThat(mail.settled() || edges.mails().find(1).orElseThrow().settled()).isTrue();
        assertThat(called)
                .extracting(event -> event.get("detail-type"))
                .containsExactlyInAnyOrder("Email Sent", "Email Delivered");
        Map<String, Object> tags =
                Json.map(
                        Json.map(Json.map(called.getFirst().get("detail")).get("mail"))
                                .get("tags"));
        assertThat(tags)
                .containsEntry("delivery", List.of("b25lLnJlcC5waW5n"))
                .containsEntry("ses:configuration-set", List.of("pr-to-sales"));
    }

    @Test
    void a_topics_email_events_reach_subscribed_queues_raw_or_in_the_sns_envelope()
            throws Exception {
        send("rep@x.example");
        work.awaitNothing(Duration.ofSeconds(5));

        List<QueueMessage> heard = edges.queue("Heard").orElseThrow().contents();
        assertThat(heard).hasSize(2);
        Map<String, Object> raw = Json.object(heard.getFirst().body());
        Map<String, Object> wrapped = Json.object(heard.getLast().body());
        assertThat(raw).containsEntry("eventType", "Delivery").containsKeys("mail", "delivery");
        assertThat(wrapped)
                .containsEntry("Type", "Notification")
                .containsEntry("TopicArn", "arn:aws:sns:us-east-1:000000000000:Topic");
        assertThat(Json.object(Json.string(wrapped.get("Message")))).isEqualTo(raw);
    }

    @Test
    void an_address_that_bounced_is_suppressed_until_the_behavior_is_set_again() throws Exception {
        edges.ses(SesBehavior.read(Map.of("bounce", List.of("dead@x.example"))));

        send("dead@x.example");
        work.awaitNothing(Duration.ofSeconds(5));
        send("dead@x.example");
        work.awaitNothing(Duration.ofSeconds(5));
        edges.ses(SesBehavior.HEALTHY);
        send("dead@x.example");
        work.awaitNothing(Duration.ofSeconds(5));

        assertThat(called)
                .filteredOn(event -> "Email Bounced".equals(event.get("detail-type")))
                .extracting(event ->
                        Json.map(Json.map(event.get("detail")).get("bounce")).get("bounceSubType"))
                .containsExactly("General", "OnAccountSuppressionList");
        assertThat(called)
                .extracting(event -> event.get("detail-type"))
                .containsOnlyOnce("Email Delivered");
    }

    @Test
    void an_email_to_someone_who_complained_is_suppressed_with_a_complaint_event()
            throws Exception {
        edges.ses(SesBehavior.read(Map.of("complain", List.of("angry@x.example"))));

        send("angry@x.example");
        work.awaitNothing(Duration.ofSeconds(5));
        send("angry@x.example");
        work.awaitNothing(Duration.ofSeconds(5));

        assertThat(called)
                .filteredOn(event -> "Email Complaint Received".equals(event.get("detail-type")))
                .extracting(event ->
                        Json.map(Json.map(event.get("detail")).get("complaint"))
                                .get("complaintSubType"))
                .containsExactly(null, "OnAccountSuppressionList");
        assertThat(called)
                .extracting(event -> event.get("detail-type"))
                .containsOnlyOnce("Email Delivered")
                .doesNotContain("Email Bounced");
    }

    @Test
    void the_mailbox_simulator_behaves_as_in_ses() throws Exception {
        send("complaint@simulator.amazonses.com");
        send("bounce+one@simulator.amazonses.com");
        work.awaitNothing(Duration.ofSeconds(5));

        assertThat(called)
                .extracting(event -> event.get("detail-type"))
                .containsExactlyInAnyOrder(
                        "Email Sent",
                        "Email Sent",
                        "Email Delivered",
                        "Email Complaint Received",
                        "Email Bounced");
    }

    @Test
    void over_its_rate_or_quota_ses_refuses_every_email() throws Exception {
        edges.ses(SesBehavior.read(Map.of("quota", Map.of("perSecond", 2, "per24h", 3))));
        send("a@x.example");
        send("b@x.example");
        assertError(send("c@x.example"), 429, "TooManyRequestsException");
        now.set(NOON.plusSeconds(1));
        assertThat(send("c@x.example").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = send("d@x.example");

        assertError(refused, 429, "TooManyRequestsException");
        assertThat(refused.body()).contains("Daily message quota exceeded");
        now.set(NOON.plusSeconds(86_402));
        assertThat(send("d@x.example").statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_account_can_email_only_verified_recipients_and_the_simulator() throws Exception {
        inTheSandbox();

        HttpResponse<String> refused = send("Rep@x.example");

        assertError(refused, 400, "MessageRejected");
        assertThat(refused.body())
                .contains(
                        "Email address is not verified. The following identities failed the check"
                                + " in region US-EAST-1: Rep@x.example");
        assertThat(send("Ann <ann@TOYS.example>").statusCode()).isEqualTo(200);
        now.set(NOON.plusSeconds(1));
        assertThat(send("success+ann@simulator.amazonses.com").statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_account_can_send_one_email_a_second_and_200_a_day() throws Exception {
        inTheSandbox();
        send("ann@toys.example");
        assertError(send("ann@toys.example"), 429, "TooManyRequestsException");
        for (int i = 1; i < 200; i++) {
            now.set(NOON.plusSeconds(i));
            assertThat(send("ann@toys.example").statusCode()).isEqualTo(200);
        }
        now.set(NOON.plusSeconds(201));

        HttpResponse<String> refused = send("ann@toys.example");

        assertError(refused, 429, "TooManyRequestsException");
        assertThat(refused.body()).contains("Daily message quota exceeded");
        Map<String, Object> account = account();
        assertThat(account).containsEntry("ProductionAccessEnabled", false);
        assertThat(Json.map(account.get("SendQuota")))
                .containsEntry("MaxSendRate", 1.0)
                .containsEntry("Max24HourSend", 200.0)
                .containsEntry("SentLast24Hours", 200.0);
    }

    private void inTheSandbox() throws IOException {
        edges.close();
        start(Duration.ZERO, true);
    }

    private Map<String, Object> account() throws Exception {
        return Json.object(
                http.send(
                                HttpRequest.newBuilder(
                                                URI.create(edges.url() + "/v2/email/account"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    @Test
    void an_email_whose_reply_is_dropped_was_still_sent() throws Exception {
        edges.ses(SesBehavior.read(Map.of("dropReply", true)));

        assertThatThrownBy(() -> send("a@x.example")).isInstanceOf(IOException.class);

        assertThat(edges.mails().all()).hasSize(1);
    }

    @Test
    void the_local_ses_refuses_what_ses_refuses() throws Exception {
        assertError(send(mail("no-at-sign")), 400, "BadRequestException");
        Map<String, Object> stranger = mail("a@x.example");
        stranger.put("FromEmailAddress", "else@where.example");
        assertError(send(stranger), 400, "MessageRejected");
        Map<String, Object> badTag = mail("a@x.example");
        badTag.put("EmailTags", List.of(Map.of("Name", "delivery", "Value", "one.rep.ping")));
        assertError(send(badTag), 400, "BadRequestException");
        Map<String, Object> noSet = mail("a@x.example");
        noSet.put("ConfigurationSetName", "none");
        assertError(send(noSet), 404, "NotFoundException");
        edges.ses(SesBehavior.read(Map.of("down", true)));
        assertError(send("a@x.example"), 503, "ServiceUnavailable");

        assertThat(edges.mails().all()).isEmpty();
    }

    @Test
    void the_link_key_has_one_version_and_no_previous_one() throws Exception {
        HttpResponse<String> current =
                call("secretsmanager.GetSecretValue", "/", Map.of("SecretId", "Key"));
        assertThat(Json.object(current.body()).get("VersionStages"))
                .isEqualTo(List.of("AWSCURRENT"));

        assertError(
                call(
                        "secretsmanager.GetSecretValue",
                        "/",
                        Map.of("SecretId", "Key", "VersionStage", "AWSPREVIOUS")),
                400,
                "ResourceNotFoundException");
    }

    private HttpResponse<String> send(String to) throws Exception {
        return send(mail(to));
    }

    private HttpResponse<String> send(Map<String, Object> mail) throws Exception {
        return call("", "/v2/email/outbound-emails", mail);
    }

    private static Map<String, Object> mail(String to) {
        Map<String, Object> mail = new LinkedHashMap<>();
        mail.put("FromEmailAddress", "Toys <toy@toys.example>");
        mail.put("Destination", Map.of("ToAddresses", List.of(to)));
        mail.put("ConfigurationSetName", "pr-to-sales");
        mail.put("EmailTags", List.of(Map.of("Name", "delivery", "Value", "b25lLnJlcC5waW5n")));
        mail.put(
                "Content",
                Map.of(
                        "Simple",
                        Map.of(
                                "Subject",
                                Map.of("Data", "Grüße"),
                                "Body",
                                Map.of("Text", Map.of("Data", "t"), "Html", Map.of("Data", "h")),
                                "Headers",
                                List.of(Map.of("Name", "X-Own", "Value", "yes")))));
        return mail;
    }

    private List<Map<String, Object>> receive(String queue) throws Exception {
        HttpResponse<String> answer =
                sqs("ReceiveMessage", Map.of("QueueUrl", url(queue), "MaxNumberOfMessages", 10));
        return Json.list(Json.object(answer.body()).get("Messages")).stream()
                .map(Json::map)
                .toList();
    }

    private String url(String queue) {
        return edges.url() + "/000000000000/" + queue;
    }

    private HttpResponse<String> sqs(String operation, Map<String, Object> body) throws Exception {
        return call("AmazonSQS." + operation, "/", body);
    }

    private HttpResponse<String> call(String target, String path, Map<String, Object> body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(edges.url() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)));
        if (!target.isEmpty()) {
            request.header("X-Amz-Target", target);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertError(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains(type);
    }
}
