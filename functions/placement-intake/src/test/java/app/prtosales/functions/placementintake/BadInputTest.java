package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.json.Json;
import app.prtosales.functions.placementintake.IntakeApi.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every problem in a submission is reported at its field, and nothing is stored.
class BadInputTest {

    private final IntakeApi api = new IntakeApi();
    private boolean stored;

    @AfterEach
    void nothing_was_left_behind() {
        if (!stored) {
            assertThat(list()).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"a\":1,\"a\":2}", "{} {}"})
    void a_body_that_is_not_a_json_object_is_400(String body) {
        Answer answer = post(body, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void a_body_of_one_megabyte_is_413() {
        assertThat(post("{\"note\":\"%s\"}".formatted("x".repeat(1 << 20)), Map.of()).status())
                .isEqualTo(413);
    }

    @Test
    void another_content_type_is_415() {
        assertThat(post("{}", Map.of("content-type", "text/plain")).status()).isEqualTo(415);
    }

    @Test
    void without_sign_in_the_answer_is_the_gateways_own_401() {
        Answer answer = api.call("POST /placements", Json.write(good()), List.of(), Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void another_role_is_403_and_the_answer_names_the_one_that_is_needed() {
        Answer answer =
                api.call("POST /placements", Json.write(good()), List.of("leadership"), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("detail").asText()).isEqualTo("This needs the role pr.");
    }

    @Test
    void an_unknown_field_is_named() {
        Map<String, Object> body = good();
        body.put("headlin", "x");

        assertThat(fields(body)).containsExactly("headlin");
    }

    @Test
    void unknown_fields_wrong_types_and_missing_fields_are_named_together() {
        Map<String, Object> body = good();
        body.remove("outlet");
        body.put("headlin", "x");
        body.put("segments", "payers");

        assertThat(fields(body)).containsExactly("headlin", "segments", "outlet");
    }

    @ParameterizedTest
    @CsvSource({"outlet,7", "segments,health-systems", "backfill,yes", "note,[]", "personas,{}"})
    void a_wrong_type_is_named(String field, String value) {
        Map<String, Object> body = good();
        body.put(
                field,
                switch (value) {
                    case "7" -> 7;
                    case "[]" -> List.of();
                    case "{}" -> Map.of();
                    default -> value;
                });

        assertThat(fields(body)).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"outlet", "headline", "format", "publishedAt", "zone", "segments", "note"})
    void each_required_field_is_named_when_it_is_missing(String field) {
        Map<String, Object> body = good();
        body.remove(field);

        assertThat(fields(body)).containsExactly(field);
    }

    @Test
    void markup_quotes_and_apostrophes_are_accepted_as_they_are() {
        stored = true;
        Map<String, Object> body = good();
        String hostile = "<script>alert('O''Brien')</script> \"quoted\" „so“";
        body.put("headline", hostile);
        Answer answer = post(Json.write(body), Map.of());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("headline").asText()).isEqualTo(hostile);
    }

    @Test
    void i4_the_same_submission_twice_is_one_placement_and_the_same_answer() {
        stored = true;
        Answer first = post(Json.write(good()), Map.of());
        Answer again = post(Json.write(good()), Map.of());

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(again.headers()).containsEntry("location", first.headers().get("location"));
        assertThat(list()).isEqualTo(1);
    }

    @Test
    void a_key_reused_with_another_body_is_422_and_a_known_story_is_409() {
        stored = true;
        post(Json.write(good()), Map.of("idempotency-key", "k"));
        Map<String, Object> other = good();
        other.put("url", "https://healthcarecurated.com/another");
        Map<String, Object> changed = good();
        changed.put("note", "Another note.");

        Answer reused = post(Json.write(other), Map.of("idempotency-key", "k"));
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.wrongFields()).containsExactly("Idempotency-Key");
        Answer known = post(Json.write(changed), Map.of());
        assertThat(known.status()).isEqualTo(409);
        assertThat(known.json().path("existing").isTextual()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_key_that_is_empty_or_too_long_is_400_and_named(int length) {
        Answer refused = post(Json.write(good()), Map.of("idempotency-key", "k".repeat(length)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly("Idempotency-Key");
    }

    @Test
    void an_invalid_cursor_or_limit_is_400() {
        for (String query : List.of("limit=0", "limit=201", "limit=x", "cursor=none")) {
            assertThat(api.get("GET /placements", query).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void every_bad_parameter_of_the_list_is_named() {
        assertThat(
                        api.get("GET /placements", "limit=0&state=zzz&format=zzz")
                                .json()
                                .path("errors")
                                .valueStream()
                                .map(error -> error.path("field").asText()))
                .containsExactly("limit", "state", "format");
    }

    private long list() {
        return api.get("GET /placements", "").json().path("items").size();
    }

    private List<String> fields(Map<String, Object> body) {
        Answer answer = post(Json.write(body), Map.of());
        assertThat(answer.status()).isEqualTo(422);
        return answer.wrongFields();
    }

    private Answer post(String body, Map<String, String> headers) {
        return api.call("POST /placements", body, IntakeApi.PR, headers);
    }

    private static Map<String, Object> good() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", "https://healthcarecurated.com/tech-and-innovation/waystar");
        body.put("outlet", "Healthcare Curated");
        body.put("headline", "Waystar Uses AI to Recover Billions in Healthcare Revenue");
        body.put("format", "news-mention");
        body.put("publishedAt", "2026-11-24T03:00");
        body.put("zone", "America/New_York");
        body.put("segments", List.of("health-systems"));
        body.put("note", "Gives finance leaders a name for payer take-backs.");
        body.put("backfill", true);
        return body;
    }
}
