package app.prtosales.aws.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.AwsClients;
import app.prtosales.aws.Config;
import app.prtosales.aws.json.Json;
import app.prtosales.lookup.PageMetadata;
import app.prtosales.lookup.PageRefusal;
import app.prtosales.lookup.Pages.Answer;
import app.prtosales.page.Evidence;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/// How each possible answer from Lambda is handled.
@Timeout(20)
class InvokedPageReaderTest {

    private static final String ALIAS =
            "arn:aws:lambda:eu-west-1:000000000000:function:PageReader:live";

    private final List<String> calls = new ArrayList<>();
    private HttpServer lambda;
    private int status = 200;
    private String error = "";
    private String payload = "{}";
    private Duration takes = Duration.ZERO;

    @BeforeEach
    void startLambda() throws IOException {
        lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lambda.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        lambda.createContext("/", this::answer);
        lambda.start();
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void stopLambda() {
        lambda.stop(0);
    }

    @Test
    void the_page_readers_answer_is_read_completely() {
        payload =
                """
                {"url": "https://a.example/b", "canonicalUrl": "https://a.example/c",
                 "publishedAt": "2026-06-24T09:00-04:00", "dateOnly": false, "headline": "A headline",
                 "outlet": "An outlet", "author": null,
                 "evidence": [{"field": "headline", "where": "h1", "value": "A headline"}]}
                """;

        Answer answer = reader(Duration.ofSeconds(7)).read("https://a.example/b", null);

        assertThat(answer)
                .isEqualTo(
                        new Answer.Read(
                                new PageMetadata(
                                        "https://a.example/b",
                                        "https://a.example/c",
                                        null,
                                        "2026-06-24T09:00-04:00",
                                        false,
                                        null,
                                        "A headline",
                                        "An outlet",
                                        null,
                                        null,
                                        List.of(new Evidence("headline", "h1", "A headline")))));
        assertThat(calls)
                .singleElement()
                .asString()
                .startsWith("POST /2015-03-31/functions/")
                .contains("PageReader")
                .endsWith("{\"url\":\"https://a.example/b\"}");
    }

    @Test
    void a_page_too_long_for_lambda_is_cut_before_sending() {
        reader(Duration.ofSeconds(7)).read("https://a.example/b", "x".repeat(9_000_000));

        assertThat(calls.getFirst().length()).isBetween(2_000_000, 3_000_000);
    }

    @Test
    void a_refusal_keeps_its_reason() {
        payload = "{\"refused\": \"turned-away\", \"status\": 403}";

        assertThat(reader(Duration.ofSeconds(7)).read("https://a.example/b", null))
                .isEqualTo(new Answer.NotRead(PageRefusal.TURNED_AWAY, 403));
    }

    @Test
    void a_failed_page_reader_is_an_answer_and_not_an_exception() {
        error = "Unhandled";
        payload = Json.write(Map.of("errorType", "OutOfMemoryError", "errorMessage", "heap"));

        assertThat(reader(Duration.ofSeconds(7)).read("https://a.example/b", null))
                .isEqualTo(new Answer.NotRead(PageRefusal.READER_FAILED, 0));
    }

    @Test
    void a_busy_page_reader_is_an_answer_and_is_not_called_again() {
        status = 429;
        payload = "{\"Reason\": \"ReservedFunctionConcurrentInvocationLimitExceeded\"}";
        error = "TooManyRequestsException";

        assertThat(reader(Duration.ofSeconds(7)).read("https://a.example/b", null))
                .isEqualTo(new Answer.NotRead(PageRefusal.READER_FAILED, 0));
        assertThat(calls).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "500, ServiceException",
        "502, ResourceNotReadyException",
        "409, ResourceConflictException",
        "409, SnapStartNotReadyException"
    })
    void a_failure_of_lambda_is_an_answer_and_not_an_exception(int ofLambda, String named) {
        status = ofLambda;
        error = named;

        assertThat(reader(Duration.ofSeconds(7)).read("https://a.example/b", null))
                .isEqualTo(new Answer.NotRead(PageRefusal.READER_FAILED, 0));
    }

    @Test
    void a_lost_connection_to_lambda_is_an_answer_and_not_an_exception() {
        lambda.stop(0);

        assertThat(reader(Duration.ofSeconds(7)).read("https://a.example/b", null))
                .isEqualTo(new Answer.NotRead(PageRefusal.READER_FAILED, 0));
    }

    @Test
    void a_page_reader_that_does_not_answer_times_out() {
        takes = Duration.ofSeconds(15);

        assertThat(reader(Duration.ofMillis(800)).read("https://a.example/b", null))
                .isEqualTo(new Answer.NotRead(PageRefusal.TOO_SLOW, 0));
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_call_without_permission_is_our_failure_and_is_thrown() {
        status = 403;
        error = "AccessDeniedException";

        assertThatThrownBy(() -> reader(Duration.ofSeconds(7)).read("https://a.example/b", null))
                .isInstanceOf(LambdaException.class);
    }

    private InvokedPageReader reader(Duration patience) {
        String endpoint = "http://127.0.0.1:" + lambda.getAddress().getPort();
        AwsClients clients =
                new AwsClients(
                        Config.from(
                                Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL", endpoint)));
        return new InvokedPageReader(clients, ALIAS, patience);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(
                "%s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        try {
            Thread.sleep(takes);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (status == 200 && !error.isEmpty()) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", error);
        }
        if (status != 200) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", error);
        }
        byte[] body = payload.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
