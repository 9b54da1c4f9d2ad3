package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The edges refuse what the calling function's role does not allow, with AWS's own messages.
class StrictEdgesTest {

    private static final String TABLE = "pr-to-sales-Table";
    private static final String WHO =
            "arn:aws:sts::000000000000:assumed-role/pr-to-sales-GuestRole/Guest";

    private final Work work = new Work();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Refusal> refusals = Collections.synchronizedList(new ArrayList<>());
    private Edges edges;

    @BeforeEach
    void start() throws IOException {
        edges = StrictTemplate.start(work, refusals::add);
    }

    @AfterEach
    void stop() {
        edges.close();
        work.close();
    }

    @Test
    void a_function_has_an_endpoint_of_its_own() {
        assertThat(edges.template().functions())
                .filteredOn(each -> each.id().equals(StrictTemplate.FUNCTION))
                .extracting(each -> each.environment().get("AWS_ENDPOINT_URL"))
                .containsExactly(edges.url() + "/as/Guest");
    }

    @Test
    void an_allowed_call_succeeds_and_reports_no_refusal() throws Exception {
        HttpResponse<String> put =
                dynamo("PutItem", Map.of("TableName", TABLE, "Item", item("OWN#1")));

        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(refusals).isEmpty();
    }

    @Test
    void a_call_the_role_does_not_allow_gets_dynamodbs_denial_and_is_reported() throws Exception {
        HttpResponse<String> get =
                dynamo("GetItem", Map.of("TableName", TABLE, "Key", item("OWN#1")));

        assertThat(get.statusCode()).isEqualTo(400);
        assertThat(Json.object(get.body()))
                .containsEntry("__type", "com.amazon.coral.service#AccessDeniedException")
                .containsEntry(
                        "message",
                        "User: %s is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/%s because no identity-based policy allows the dynamodb:GetItem action"
                                .formatted(WHO, TABLE));
        assertThat(told()).containsExactly("denied: Guest dynamodb:GetItem");
    }

    @Test
    void an_explicit_deny_is_named_as_such() throws Exception {
        HttpResponse<String> delete =
                dynamo("DeleteItem", Map.of("TableName", TABLE, "Key", item("FRIEND#1")));

        assertThat(Json.object(delete.body()).get("message"))
                .asString()
                .endsWith("with an explicit deny in an identity-based policy");
        assertThat(
                        dynamo("DeleteItem", Map.of("TableName", TABLE, "Key", item("OWN#1")))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_key_that_the_role_does_not_name_is_refused() throws Exception {
        dynamo("PutItem", Map.of("TableName", TABLE, "Item", item("OTHER#1")));

        assertThat(told()).containsExactly("denied: Guest dynamodb:PutItem");
    }

    @Test
    void a_transaction_is_checked_per_action_with_the_keys_of_all_items() throws Exception {
        transaction(List.of(Map.of("Put", change("OWN#1")), Map.of("Put", change("FRIEND#1"))));
        assertThat(told()).isEmpty();

        transaction(
                List.of(
                        Map.of("Delete", Map.of("TableName", TABLE, "Key", item("OWN#1"))),
                        Map.of("Put", change("FRIEND#1"))));
        assertThat(told()).containsExactly("denied: Guest dynamodb:DeleteItem");

        transaction(
                List.of(
                        Map.of("Put", change("OWN#1")),
                        Map.of(
                                "ConditionCheck",
                                Map.of(
                                        "TableName",
                                        TABLE,
                                        "Key",
                                        item("OWN#2"),
                                        "ConditionExpression",
                                        "attribute_not_exists(PK)"))));
        assertThat(told()).endsWith("denied: Guest dynamodb:ConditionCheckItem");
    }

    @Test
    void a_batch_is_checked_under_its_own_action_for_each_key() throws Exception {
        batch("OWN#1", "FRIEND#1");
        assertThat(told()).isEmpty();

        batch("OWN#1", "OTHER#1");
        assertThat(told()).containsExactly("denied: Guest dynamodb:BatchWriteItem");
    }

    @Test
    void a_query_of_an_index_is_checked_on_the_index_with_its_partition_key() throws Exception {
        query("due", "#d = :due", "DUE");
        assertThat(told()).isEmpty();

        query("due", "#d = :due", "DONE");
        assertThat(told()).containsExactly("denied: Guest dynamodb:Query");

        refusals.clear();
        dynamo(
                "Query",
                Map.of(
                        "TableName",
                        TABLE,
                        "KeyConditionExpression",
                        "PK = :k",
                        "ExpressionAttributeValues",
                        Map.of(":k", Map.of("S", "DUE"))));
        assertThat(told()).containsExactly("denied: Guest dynamodb:Query");
    }

    @Test
    void sqs_and_eventbridge_refuse_in_their_own_words() throws Exception {
        HttpResponse<String> queue =
                call("AmazonSQS.SendMessage", Map.of("QueueUrl", "x/Failures", "MessageBody", "x"));
        assertThat(queue.statusCode()).isEqualTo(403);
        assertThat(queue.headers().firstValue("x-amzn-query-error"))
                .contains("AccessDenied;Sender");
        assertThat(queue.body()).contains("not authorized to perform: sqs:sendmessage on resource");
        assertThat(
                        call(
                                        "AmazonSQS.SendMessageBatch",
                                        Map.of(
                                                "QueueUrl",
                                                "x/Jobs",
                                                "Entries",
                                                List.of(Map.of("Id", "1", "MessageBody", "x"))))
                                .statusCode())
                .isEqualTo(200);

        HttpResponse<String> bus =
                call("AWSEvents.PutEvents", Map.of("Entries", List.of(entry("default"))));
        assertThat(bus.statusCode()).isEqualTo(400);
        assertThat(bus.body()).contains("not authorized to perform: events:PutEvents");
        assertThat(
                        call(
                                        "AWSEvents.PutEvents",
                                        Map.of("Entries", List.of(entry("pr-to-sales-bus"))))
                                .statusCode())
                .isEqualTo(200);

        HttpResponse<String> secret =
                call("secretsmanager.GetSecretValue", Map.of("SecretId", "Key"));
        assertThat(secret.statusCode()).isEqualTo(400);
        assertThat(told())
                .containsExactly(
                        "denied: Guest sqs:SendMessage",
                        "denied: Guest events:PutEvents",
                        "denied: Guest secretsmanager:GetSecretValue");
    }

    @Test
    void an_email_is_checked_on_its_sender_and_its_configuration_set() throws Exception {
        assertThat(mail("toy@toys.example", "").statusCode()).isEqualTo(200);

        HttpResponse<String> other = mail("other@toys.example", "");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.body())
                .contains(
                        "User `%s' is not authorized to perform `ses:SendEmail' on resource `arn:aws:ses:us-east-1:000000000000:identity/other@toys.example'"
                                .formatted(WHO));
        assertThat(mail("toy@toys.example", "pr-to-sales").body())
                .contains("configuration-set/pr-to-sales");
        assertThat(told())
                .containsExactly("denied: Guest ses:SendEmail", "denied: Guest ses:SendEmail");
    }

    @Test
    void a_value_that_a_service_rejects_is_reported_in_the_services_words() throws Exception {
        mail("toy@toys.example", "", Map.of("Name", "Subject", "Value", "x"));
        mail("toy@toys.example", "", Map.of("Name", "X-Toy", "Value", "x".repeat(871)));
        assertThat(told())
                .containsExactly(
                        "refused: Guest ses:SendEmail Header <Subject> is not allowed",
                        "refused: Guest ses:SendEmail Invalid header value of <X-Toy>");

        refusals.clear();
        call("AmazonSQS.SendMessage", Map.of("QueueUrl", "x/Jobs", "MessageBody", ""));
        dynamo("PutItem", Map.of("TableName", TABLE, "Item", Map.of("PK", Map.of("S", "OWN#1"))));
        assertThat(told())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("refused: Guest sqs:SendMessage "))
                .anySatisfy(
                        line -> assertThat(line).startsWith("refused: Guest dynamodb:PutItem "));
    }

    @Test
    void no_more_than_fifteen_headers_and_no_address_that_ses_cannot_read() throws Exception {
        Map<?, ?>[] sixteen = new Map<?, ?>[16];
        for (int i = 0; i < sixteen.length; i++) {
            sixteen[i] = Map.of("Name", "X-" + i, "Value", "x");
        }

        assertThat(mail("toy@toys.example", "", sixteen).statusCode()).isEqualTo(400);
        for (String bad :
                List.of("a..b@x.example", ".a@x.example", "a(b)@x.example", "a;b@x.example")) {
            assertThat(Addresses.problem(bad)).as(bad).isPresent();
        }
        assertThat(Addresses.problem("\"Ann, B.\" <a.b+c@x.example>")).isEmpty();
    }

    @Test
    void a_call_from_outside_may_do_anything() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(edges.url() + "/"))
                        .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("Authorization", StrictTemplate.AUTHORIZATION)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body()).contains(TABLE);
        assertThat(refusals).isEmpty();
    }

    @Test
    void a_function_that_is_not_in_the_template_gets_no_answer() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        request("/as/Stranger/", "AmazonSQS.ListQueues", Map.of()),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Stranger");
    }

    @Test
    void lambdas_own_calls_for_a_function_are_checked_against_its_role_too() {
        assertThat(Wiring.missing(edges.template()))
                .extracting(each -> each.refusal().line())
                .containsExactly(
                        "denied: Guest logs:PutLogEvents",
                        "denied: Guest sqs:ReceiveMessage",
                        "denied: Guest sqs:DeleteMessage",
                        "denied: Guest sqs:GetQueueAttributes");
    }

    @Test
    void an_unsupported_role_is_an_error_that_names_the_element() {
        CloudTemplate unknown = StrictTemplate.at("http://x", "StringEquals", "DateGreaterThan");

        assertThatThrownBy(unknown::roles)
                .isInstanceOf(UnreadableTemplate.class)
                .hasMessageContaining("Guest")
                .hasMessageContaining("DateGreaterThan");
        assertThatThrownBy(() ->
                        StrictTemplate.at(
                                        "http://x",
                                        "!Ref NoFriends",
                                        "arn:aws:iam::aws:policy/Power")
                                .roles())
                .hasMessageContaining("arn:aws:iam::aws:policy/Power");
    }

    private List<String> told() {
        return refusals.stream().map(Refusal::line).toList();
    }

    private static Map<String, Object> item(String key) {
        return Map.of("PK", Map.of("S", key), "SK", Map.of("S", "x"));
    }

    private static Map<String, Object> change(String key) {
        return Map.of("TableName", TABLE, "Item", item(key));
    }

    private static Map<String, Object> entry(String bus) {
        return Map.of("Source", "toy", "DetailType", "x", "Detail", "{}", "EventBusName", bus);
    }

    private void transaction(List<Map<String, Object>> items) throws Exception {
        dynamo("TransactWriteItems", Map.of("TransactItems", items));
    }

    private void batch(String... keys) throws Exception {
        List<Object> puts = new ArrayList<>();
        for (String key : keys) {
            puts.add(Map.of("PutRequest", Map.of("Item", item(key))));
        }
        dynamo("BatchWriteItem", Map.of("RequestItems", Map.of(TABLE, puts)));
    }

    private void query(String index, String condition, String key) throws Exception {
        dynamo(
                "Query",
                Map.of(
                        "TableName", TABLE,
                        "IndexName", index,
                        "KeyConditionExpression", condition,
                        "ExpressionAttributeNames", Map.of("#d", "duePK"),
                        "ExpressionAttributeValues", Map.of(":due", Map.of("S", key))));
    }

    private HttpResponse<String> mail(String from, String configurationSet, Map<?, ?>... headers)
            throws Exception {
        Map<String, Object> body =
                Map.of(
                        "FromEmailAddress",
                        "\"Toys\" <" + from + ">",
                        "Destination",
                        Map.of("ToAddresses", List.of("kid@home.example")),
                        "ConfigurationSetName",
                        configurationSet,
                        "Content",
                        Map.of(
                                "Simple",
                                Map.of(
                                        "Headers",
                                        List.of(headers),
                                        "Subject",
                                        Map.of("Data", "Toys"),
                                        "Body",
                                        Map.of("Text", Map.of("Data", "Toys")))));
        return http.send(
                HttpRequest.newBuilder(
                                URI.create(edges.url() + "/as/Guest/v2/email/outbound-emails"))
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> dynamo(String operation, Map<String, Object> body)
            throws Exception {
        return call("DynamoDB_20120810." + operation, body);
    }

    private HttpResponse<String> call(String target, Map<String, Object> body) throws Exception {
        return http.send(request("/as/Guest/", target, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String target, Map<String, Object> body) {
        return StrictTemplate.request(edges.url() + path, target, body);
    }
}
