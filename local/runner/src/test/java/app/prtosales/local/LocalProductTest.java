package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalQueue;
import app.prtosales.local.edges.QueueMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProductTest {

    @TempDir private Path folder = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ToyFunctions.Call> calls = ToyFunctions.noCalls();
    private LocalProduct product;

    @BeforeEach
    void start() throws Exception {
        product = startToys();
    }

    private LocalProduct startToys() throws Exception {
        return LocalProduct.start(settings(), this::handlers);
    }

    private LocalProduct.Settings settings() throws Exception {
        Path template =
                Path.of(
                        Objects.requireNonNull(
                                        LocalProductTest.class.getResource("/toy-template.yaml"))
                                .toURI());
        return LocalProduct.Settings.of(
                template,
                Files.createDirectories(folder.resolve("data")),
                folder.resolve("log"),
                0);
    }

    private HandlerSource handlers(InstantSource clock) {
        return new ToyFunctions(clock, calls);
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void a_route_without_a_token_is_refused_as_the_http_api_does() throws Exception {
        HttpResponse<String> answer = call("POST", "/items/1", "", "x");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(called("Front")).isEmpty();
    }

    @Test
    void a_token_of_an_unknown_issuer_is_refused() throws Exception {
        String foreign = token("pr");
        String broken = foreign.substring(0, foreign.length() - 8) + "AAAAAAAA";

        assertThat(call("POST", "/items/1", broken, "x").statusCode()).isEqualTo(401);
    }

    @Test
    void until_the_product_is_ready_every_request_gets_503() throws Exception {
        product.close();
        product = LocalProduct.start(settings().closedAtFirst(), this::handlers);

        HttpResponse<String> health = call("GET", "/health", "", "");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).isEqualTo("{\"status\":\"starting\"}");
        assertThat(health.headers().firstValue("retry-after")).contains("1");
        for (String path : List.of("/", "/items/1", "/_local/", "/_local/mails")) {
            assertThat(call("GET", path, "", "").statusCode()).as(path).isEqualTo(503);
        }
        assertThat(call("POST", "/items/1", "", "{}").statusCode()).isEqualTo(503);
        assertThat(called("Front")).isEmpty();

        product.letIn();

        assertThat(call("POST", "/items/1", token("pr"), "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void an_unknown_route_is_not_found_and_head_is_not_get() throws Exception {
        assertThat(call("GET", "/nowhere", "", "").body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(call("HEAD", "/items/1", "", "").statusCode()).isEqualTo(404);
        assertThat(call("HEAD", "/", "", "").statusCode()).isEqualTo(201);
        assertThat(call("HEAD", "/", "", "").body()).isEmpty();
    }

    @Test
    void odd_paths_are_left_for_the_function_to_refuse() throws Exception {
        HttpResponse<String> answer = call("POST", "/items/%12%C2%85x", token("pr"), "{}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Json.object(answer.body()))
                .containsEntry("pathParameters", Map.of("id", "\u0012\u0085x"));
    }

    @Test
    void a_function_gets_the_request_in_payload_format_2() throws Exception {
        HttpResponse<String> answer =
                call("POST", "/items/a%20b?x=1&x=2&y=%C3%BC", token("pr", "ops"), "{\"n\": 1}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("x-toy")).contains("yes");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        Map<String, Object> event = Json.object(answer.body());
        assertThat(event)
                .containsEntry("version", "2.0")
                .containsEntry("routeKey", "POST /items/{id}")
                .containsEntry("rawQueryString", "x=1&x=2&y=%C3%BC")
                .containsEntry("pathParameters", Map.of("id", "a b"))
                .containsEntry("queryStringParameters", Map.of("x", "1,2", "y", "ü"))
                .containsEntry("body", "{\"n\": 1}")
                .containsEntry("isBase64Encoded", false);
        Map<String, Object> claims =
                Json.map(
                        Json.map(
                                        Json.map(
                                                        Json.map(event.get("requestContext"))
                                                                .get("authorizer"))
                                                .get("jwt"))
                                .get("claims"));
        assertThat(claims)
                .containsEntry("cognito:groups", "[pr ops]")
                .containsEntry("email", "ann@company.example");
        assertThat(claims.get("exp")).isInstanceOf(String.class);
    }

    @Test
    void a_form_arrives_as_base64_and_invalid_bytes_in_text_as_replacement_characters()
            throws Exception {
        assertThat(
                        Json.object(
                                typed(
                                        "application/x-www-form-urlencoded",
                                        "choice=read".getBytes(UTF_8))))
                .containsEntry("body", "Y2hvaWNlPXJlYWQ=")
                .containsEntry("isBase64Encoded", true);
        assertThat(Json.object(typed("application/problem+json", "{}".getBytes(UTF_8))))
                .containsEntry("isBase64Encoded", true);
        assertThat(
                        Json.object(
                                typed(
                                        "text/csv; charset=utf-8",
                                        new byte[] {'a', (byte) 0xFF, 'b'})))
                .containsEntry("body", "a\uFFFDb")
                .containsEntry("isBase64Encoded", false);
    }

    private String typed(String type, byte[] body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(product.url() + "/items/1"))
                                .header("Authorization", "Bearer " + token("pr"))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void a_throwing_function_gives_500_and_an_oversized_body_413() throws Exception {
        HttpResponse<String> thrown = call("POST", "/items/1", token("pr"), "please fail");
        assertThat(thrown.statusCode()).isEqualTo(500);
        assertThat(thrown.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");

        assertThat(call("POST", "/items/1", token("pr"), "x".repeat(7_000_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_failed_message_reappears_by_the_products_clock_and_ends_in_the_dead_letter_queue()
            throws Exception {
        queue("Jobs").send("poison", Map.of());
        queue("Jobs").send("good", Map.of());
        product.timeline().settleNow();
        assertThat(queue("Jobs").contents())
                .extracting(QueueMessage::body)
                .containsExactly("poison");

        move(Duration.ofMinutes(5));

        assertThat(queue("Jobs").contents()).isEmpty();
        assertThat(queue("DeadJobs").contents())
                .extracting(QueueMessage::body)
                .containsExactly("poison");
    }

    @Test
    void a_failed_asynchronous_call_is_retried_twice_and_then_sent_to_the_failure_queue()
            throws Exception {
        Map<String, Object> event =
                Map.of(
                        "source",
                        "shop",
                        "detail-type",
                        "Order",
                        "detail",
                        Map.of("x", "please fail"));
        assertThat(post("/_local/events", event).body()).isEqualTo("{\"delivered\":1}");
        assertThat(orders()).hasSize(1);

        move(Duration.ofMinutes(4));

        assertThat(orders()).hasSize(3);
        assertThat(Duration.between(orders().get(0).at(), orders().get(1).at()))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
        assertThat(Duration.between(orders().get(1).at(), orders().get(2).at()))
                .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(135));
        assertThat(queue("Failures").contents())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.body())
                                .contains("\"condition\":\"RetriesExhausted\"")
                                .contains("\"approximateInvokeCount\":3")
                                .contains("\"errorMessage\":\"failing as requested\""));
    }

    @Test
    void over_a_week_the_bell_rings_hourly_and_the_tick_runs_only_when_something_is_due()
            throws Exception {
        Instant due = product.timeline().now().plus(Duration.ofDays(3));
        Instant soon = product.timeline().now().plusSeconds(59);
        put(due);

        move(Duration.ofDays(7));

        assertThat(called("Bell")).hasSizeBetween(167, 169);
        assertThat(ticks())
                .filteredOn(tick -> tick.at().isAfter(soon))
                .first()
                .satisfies(tick -> assertThat(tick.at()).isBetween(due, due.plusSeconds(1)));
    }

    @Test
    void moving_the_clock_to_the_time_just_read_is_moving_it_to_now() throws Exception {
        String now = LocalPage.milliseconds(product.timeline().now());

        assertThat(post("/_local/clock", Map.of("now", now)).statusCode()).isEqualTo(200);
        assertThat(post("/_local/clock", Map.of("advance", "PT0S")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_clock_does_not_go_back() throws Exception {
        Instant before = product.timeline().now();
        HttpResponse<String> moved = post("/_local/clock", Map.of("advance", "PT24H"));
        assertThat(Instant.parse(Json.string(Json.object(moved.body()).get("now"))))
                .isAfterOrEqualTo(before.plus(Duration.ofHours(24)));

        HttpResponse<String> back = post("/_local/clock", Map.of("now", "2026-01-01T00:00:00Z"));

        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.body()).contains("The clock cannot go back");
        assertThat(post("/_local/clock", Map.of("advance", "soon")).statusCode()).isEqualTo(400);
    }

    @Test
    void queued_messages_and_the_clock_survive_a_restart() throws Exception {
        move(Duration.ofDays(10));
        Instant moved = product.timeline().now();
        queue("Failures").send("kept", Map.of());
        product.close();

        product = startToys();

        assertThat(product.timeline().now()).isAfterOrEqualTo(moved);
        assertThat(queue("Failures").contents())
                .extracting(QueueMessage::body)
                .containsExactly("kept");
    }

    @Test
    void a_taken_port_and_a_taken_folder_each_give_a_one_line_error() {
        int port = URI.create(product.url()).getPort();
        assertThatThrownBy(() -> FrontServer.bind(port))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("port " + port + " is taken");
        try (DataFolder taken = DataFolder.take(folder)) {
            assertThat(taken.log()).isEqualTo(folder.resolve("functions.log"));
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(Usage.class)
                    .hasMessageContaining("another instance is already using");
        }
    }

    @Test
    void the_page_shows_the_clock_and_says_what_it_is() throws Exception {
        HttpResponse<String> page = call("GET", "/_local/", "", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Local simulation", "Run bell now", "No email yet");
    }

    @Test
    void a_page_from_another_origin_cannot_move_the_clock() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(product.url() + "/_local/clock"))
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"advance\": \"PT1H\"}"))
                        .build();

        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    private void move(Duration by) throws InterruptedException {
        assertThat(product.timeline().moveTo(product.timeline().now().plus(by))).isTrue();
    }

    private LocalQueue queue(String name) {
        return product.edges().queue(name).orElseThrow();
    }

    private List<ToyFunctions.Call> called(String function) {
        return calls.stream().filter(call -> call.function().equals(function)).toList();
    }

    private List<ToyFunctions.Call> orders() {
        return called("Clerk").stream()
                .filter(call -> "shop".equals(call.event().get("source")))
                .toList();
    }

    private List<ToyFunctions.Call> ticks() {
        return called("Clerk").stream()
                .filter(call -> "aws.scheduler".equals(call.event().get("source")))
                .toList();
    }

    /// Puts an item that is due at an instant.
    private void put(Instant due) throws IOException, InterruptedException {
        Map<String, Object> item =
                Map.of(
                        "PK",
                        Map.of("S", "1"),
                        "duePK",
                        Map.of("S", "DUE"),
                        "dueSK",
                        Map.of("S", due + "#1"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(product.edges().url()))
                        .header("X-Amz-Target", "DynamoDB_20120810.PutItem")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        Json.text(
                                                Map.of(
                                                        "TableName",
                                                        "pr-to-sales-Table",
                                                        "Item",
                                                        item))))
                        .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private String token(String... roles) throws Exception {
        HttpResponse<String> answer =
                call(
                        "GET",
                        "/_local/token?email=ann@company.example&role="
                                + String.join("&role=", roles),
                        "",
                        "");
        return Json.string(Json.object(answer.body()).get("token"));
    }

    private HttpResponse<String> post(String path, Map<String, Object> body) throws Exception {
        return call("POST", path, "", Json.text(body));
    }

    private HttpResponse<String> call(String method, String path, String token, String body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(product.url() + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
