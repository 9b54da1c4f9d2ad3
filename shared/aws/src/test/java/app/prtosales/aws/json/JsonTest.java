package app.prtosales.aws.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.directory.ListName;
import app.prtosales.placement.PlacementId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1",
                "[1,]",
                "{\"a\":1}x",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "NaN",
                "nul",
                "1e99999999999",
                "\"\u0001\""
            })
    void text_that_is_not_exactly_one_json_value_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void a_parse_error_gives_the_position_and_quotes_nothing() {
        assertThatThrownBy(() -> Json.read("{\"email\":ann@example.com}"))
                .hasMessageContaining("line 1, column")
                .hasMessageNotContaining("ann");
    }

    @Test
    void at_most_thirty_two_levels_are_read() {
        assertThat(Json.read("[".repeat(32) + "]".repeat(32))).hasSize(1);
        assertThatThrownBy(() -> Json.read("[".repeat(33) + "]".repeat(33)))
                .hasMessageContaining("deeper than 32 levels");
    }

    @Test
    void fields_keep_their_order_and_instants_are_texts() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", Instant.parse("2026-01-01T00:00:00Z"));
        value.put("a", Arrays.asList(1, 2L, true, new BigDecimal("1.50"), null));

        assertThat(Json.write(value))
                .isEqualTo("{\"z\":\"2026-01-01T00:00:00Z\",\"a\":[1,2,true,1.50,null]}");
    }

    @Test
    void domain_values_are_written_as_their_texts() {
        assertThat(
                        Json.write(
                                Map.of(
                                        new PlacementId("p1"),
                                        List.of(new PlacementId("p2"), ListName.REPS, 1.5))))
                .isEqualTo(
                        "{\"%s\":[\"%s\",\"%s\",1.5]}"
                                .formatted(
                                        new PlacementId("p1"),
                                        new PlacementId("p2"),
                                        ListName.REPS));
        assertThat(Json.write(Map.of(ListName.REPS, 1)))
                .isEqualTo("{\"%s\":1}".formatted(ListName.REPS));
    }

    @Test
    void json_that_was_read_is_written_unchanged() {
        String text = "{\"b\":[\"é😀\",-1,123456789012345678901234,0.1],\"a\":{\"c\":null}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void half_of_a_surrogate_pair_does_not_break_a_response() {
        String half = Json.read("\"a\\ud83db\"").asText();

        assertThat(Json.read(Json.write(half)).isTextual()).isTrue();
    }

    @Test
    void errors_are_described() {
        assertThatThrownBy(() -> Json.read("{\"a\":1,\"a\":2}"))
                .hasMessageStartingWith("a field appears twice (line 1, column ");
        assertThatThrownBy(() -> Json.read("{} {}"))
                .hasMessageStartingWith("something follows the JSON (line 1, column ");
        assertThatThrownBy(() -> Json.read("{\"a\":")).hasMessageStartingWith("it is not valid");
        assertThatThrownBy(() -> Json.read(" ")).hasMessage("it contains no JSON");
    }

    record Named(@Nullable String name, List<String> words) {}

    @Test
    void a_record_is_filled_from_its_own_fields_and_others_are_ignored() {
        assertThat(Json.read("{\"name\":\"a\",\"words\":[\"b\"],\"new\":{}}", Named.class))
                .contains(new Named("a", List.of("b")));
        assertThat(Json.bind(Map.of("name", "a", "words", List.of()), Named.class))
                .contains(new Named("a", List.of()));
        assertThat(Json.read("null", Named.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":7}", "{\"name\":{}}", "{\"words\":\"b\"}", "[]", "\"ann\""})
    void a_value_of_the_wrong_type_is_refused_and_not_quoted(String text) {
        assertThatThrownBy(() -> Json.read(text, Named.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("wrong type")
                .hasMessageNotContaining("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":\"a\"} x", "{\"name\":\"a\",\"name\":\"b\"}"})
    void a_record_is_read_just_as_strictly(String text) {
        assertThatThrownBy(() -> Json.read(text, Named.class))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void binding_a_value_of_the_wrong_type_is_refused() {
        assertThatThrownBy(() -> Json.bind(Map.of("name", List.of(1)), Named.class))
                .isInstanceOf(JsonSyntaxException.class);
    }
}
