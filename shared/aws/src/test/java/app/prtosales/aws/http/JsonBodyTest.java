package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.text.FieldError;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void fields_are_read_by_type_and_null_counts_as_missing() {
        JsonObject object =
                object("{\"a\":\"x\",\"b\":[\"y\"],\"c\":true,\"d\":7,\"e\":1.5,\"f\":null}");

        assertThat(object.text("a")).isEqualTo("x");
        assertThat(object.texts("b")).containsExactly("y");
        assertThat(object.flag("c")).isTrue();
        assertThat(object.number("d")).isEqualTo(BigDecimal.valueOf(7));
        assertThat(object.number("e")).isEqualTo(new BigDecimal("1.5"));
        assertThat(object.text("f")).isNull();
        assertThat(object.texts("g")).isEmpty();
        assertThat(object.has("f")).isFalse();
        assertThat(object.problems().any()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "7", ""})
    void a_body_that_is_not_an_object_is_reported_as_an_error_in_the_field_body(String body) {
        JsonBody read = body("application/json", body.getBytes(UTF_8), JsonBody.MAXIMUM);

        assertThat(read).isInstanceOf(JsonBody.Refused.class);
        HttpResponse refused = ((JsonBody.Refused) read).response();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"errors\":[{\"field\":\"body\"");
    }

    @Test
    void every_field_of_the_wrong_type_is_reported() {
        JsonObject object =
                object("{\"a\":7,\"b\":\"y\",\"c\":\"true\",\"d\":\"7\",\"e\":[1],\"items\":{}}");

        assertThat(object.text("a")).isNull();
        assertThat(object.texts("b")).isEmpty();
        assertThat(object.flag("c")).isNull();
        assertThat(object.number("d")).isNull();
        assertThat(object.texts("e")).isEmpty();
        assertThat(object.objects("items")).isEmpty();

        assertThat(object.problems().asList())
                .containsExactly(
                        new FieldError("a", "must be a string"),
                        new FieldError("b", "must be a list of strings"),
                        new FieldError("c", "must be true or false"),
                        new FieldError("d", "must be a number"),
                        new FieldError("e", "must be a list of strings"),
                        new FieldError("items", "must be a list of objects"));
    }

    /// Lambda accepts 6 MB per request
    /// (<https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>). The gateway
    /// adds mostly the headers, which are at most 10,240 bytes plus their names.
    @Test
    void the_longest_list_in_base64_still_fits_lambdas_limit() {
        long handedOver = (JsonBody.MAXIMUM_LIST + 2L) / 3 * 4;

        assertThat(handedOver + 100_000).isLessThan(6L * 1_024 * 1_024);
    }

    @Test
    void objects_in_a_list_report_their_fields_with_their_position() {
        JsonObject object = object("{\"items\":[{\"email\":\"a@b\"},{\"email\":7},3]}");

        List<JsonObject> items = object.objects("items");

        assertThat(items).hasSize(2);
        assertThat(items.getFirst().text("email")).isEqualTo("a@b");
        assertThat(items.getLast().text("email")).isNull();
        assertThat(object.problems().asList())
                .containsExactly(
                        new FieldError("items[2]", "must be an object"),
                        new FieldError("items[1].email", "must be a string"));
    }

    @Test
    void an_unknown_field_is_refused_and_the_error_lists_the_known_ones() {
        JsonObject object = object("{\"url\":\"x\",\"ulr\":\"y\"}");

        object.onlyKnows(List.of("url", "outlet"));

        assertThat(object.problems().asList())
                .containsExactly(
                        new FieldError(
                                "ulr", "is not a known field; the known fields are url, outlet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "{} {}", "{\"a\":1,\"a\":2}", "{\"a\":}"})
    void a_body_that_is_not_one_json_object_gets_400(String body) {
        assertThat(refused("application/json", body.getBytes(UTF_8), 100)).isEqualTo(400);
    }

    @Test
    void a_body_that_is_not_utf_8_or_is_nested_too_deeply_gets_400() {
        byte[] latin = {'{', '"', 'a', '"', ':', '"', (byte) 0xE9, '"', '}'};
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        assertThat(refused("application/json", latin, 100)).isEqualTo(400);
        assertThat(refused("application/json", deep.getBytes(UTF_8), 100_000)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded"})
    void another_content_type_gets_415(String type) {
        assertThat(refused(type, "{}".getBytes(UTF_8), 100)).isEqualTo(415);
    }

    @Test
    void a_body_over_the_limit_gets_413() {
        assertThat(refused("application/json", "{\"a\":\"€\"}".getBytes(UTF_8), 10)).isEqualTo(413);
        assertThat(body("application/json", "{\"a\":\"€\"}".getBytes(UTF_8), 11))
                .isInstanceOf(JsonBody.Read.class);
    }

    @Test
    void the_content_type_may_have_parameters() {
        assertThat(body("Application/JSON; charset=utf-8", "{}".getBytes(UTF_8), 10))
                .isInstanceOf(JsonBody.Read.class);
    }

    private static int refused(String type, byte[] body, int maximum) {
        return switch (body(type, body, maximum)) {
            case JsonBody.Refused(var response) -> response.status();
            case JsonBody.Read(var object) -> throw new AssertionError("it was read");
        };
    }

    private static JsonObject object(String json) {
        return switch (body("application/json", json.getBytes(UTF_8), JsonBody.MAXIMUM)) {
            case JsonBody.Read(var object) -> object;
            case JsonBody.Refused(var response) -> throw new AssertionError(response.body());
        };
    }

    private static JsonBody body(String type, byte[] body, int maximum) {
        return JsonBody.read(
                new HttpRequest(
                        APIGatewayV2HTTPEvent.builder()
                                .withHeaders(Map.of("Content-Type", type))
                                .withBody(Base64.getEncoder().encodeToString(body))
                                .withIsBase64Encoded(true)
                                .build()),
                maximum);
    }
}
