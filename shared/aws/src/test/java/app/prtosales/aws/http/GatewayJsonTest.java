package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares [GatewayJson] with the runtime's own serialization, which a function without it uses.
class GatewayJsonTest {

    private static final Path EVENTS = Path.of("../../events");

    private static final PojoSerializer<APIGatewayV2HTTPEvent> RUNTIME =
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPEvent.class, GatewayJsonTest.class.getClassLoader());

    private final GatewayJson json = new GatewayJson();

    @ParameterizedTest
    @MethodSource
    void an_event_is_read_as_the_runtime_reads_it(String event) {
        APIGatewayV2HTTPEvent read = json.fromJson(event, APIGatewayV2HTTPEvent.class);

        assertThat(read).isEqualTo(RUNTIME.fromJson(event));
    }

    static Stream<String> an_event_is_read_as_the_runtime_reads_it() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            List<String> events =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .map(GatewayJsonTest::text)
                            .filter(text -> text.contains("\"routeKey\""))
                            .toList();
            assertThat(events).hasSizeGreaterThan(3);
            return events.stream();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // `sam local start-api` passes claims as they are in the token.
                "{'requestContext': {'authorizer': {'jwt': {'claims': {'iat': 1780000000, 'ok': true}}}}}",
                "{'routeKey': 'GET /', 'somethingNew': {'a': [1, 2]}}",
                "{'routeKey': 'GET /', 'routeKey': 'GET /health'}",
                "{'rawPath': null, 'headers': null, 'isBase64Encoded': null}",
                "{}",
                "null",
            })
    void events_accepted_by_the_runtime_are_read_identically(String quoted) {
        String event = quoted.replace('\'', '"');
        APIGatewayV2HTTPEvent read = json.fromJson(event, APIGatewayV2HTTPEvent.class);

        assertThat(read).isEqualTo(RUNTIME.fromJson(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"headers\": 7}"})
    void invalid_events_are_refused_as_by_the_runtime(String event) {
        assertThatThrownBy(() -> json.fromJson(event, APIGatewayV2HTTPEvent.class))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> RUNTIME.fromJson(event)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void an_answer_is_written_as_the_runtime_writes_it() {
        APIGatewayV2HTTPResponse answer =
                APIGatewayV2HTTPResponse.builder()
                        .withStatusCode(201)
                        .withHeaders(Map.of("content-type", "text/html; charset=utf-8"))
                        .withCookies(List.of("a=b; Secure"))
                        .withBody("<p>“Zürich” 😀\u2028</p>\n")
                        .withIsBase64Encoded(false)
                        .build();

        assertThat(written(answer)).isEqualTo(writtenByTheRuntime(answer));
    }

    @Test
    void an_answer_without_a_body_is_written_as_the_runtime_writes_it() {
        APIGatewayV2HTTPResponse answer =
                APIGatewayV2HTTPResponse.builder().withStatusCode(304).build();

        assertThat(written(answer)).isEqualTo(writtenByTheRuntime(answer));
    }

    private JsonNode written(APIGatewayV2HTTPResponse answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.toJson(answer, out, APIGatewayV2HTTPResponse.class);
        return withoutNulls(out);
    }

    private static JsonNode writtenByTheRuntime(APIGatewayV2HTTPResponse answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JacksonFactory.getInstance()
                .getSerializer(APIGatewayV2HTTPResponse.class)
                .toJson(answer, out);
        return withoutNulls(out);
    }

    private static JsonNode withoutNulls(ByteArrayOutputStream out) {
        ObjectNode read = (ObjectNode) Json.read(out.toString(UTF_8));
        read.properties().removeIf(field -> field.getValue().isNull());
        return read;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
