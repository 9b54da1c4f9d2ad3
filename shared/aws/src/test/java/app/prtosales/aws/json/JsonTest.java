package app.prtosales.aws.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
    void what_is_not_exactly_one_json_value_is_refused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void a_refusal_says_where_and_quotes_nothing() {
        assertThatThrownBy(() -> Json.read("{\"email\":ann@example.com}"))
                .hasMessageContaining("line 1, column")
                .hasMessageNotContaining("ann");
    }

    @Test
    void thirty_two_levels_are_read_and_no_more() {
        assertThat(Json.read("[".repeat(32) + "]".repeat(32)).elements()).hasSize(1);
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
    void what_was_read_is_written_the_same() {
        String text = "{\"b\":[\"é😀\",-1,123456789012345678901234,0.1],\"a\":{\"c\":null}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void half_a_character_does_not_break_an_answer() {
        String half = Json.read("\"a\\ud83db\"").text().orElseThrow();

        assertThat(Json.read(Json.write(half)).text()).isPresent();
    }

    @Test
    void asking_for_what_is_not_there_gives_nothing() {
        JsonValue value = Json.read("{\"a\":[{\"b\":\"c\"}]}");

        assertThat(value.at("a").at(0).at("b").text()).contains("c");
        assertThat(value.at("a").at(1).at("b").at("x").text()).isEmpty();
        assertThat(value).hasToString("a JSON LinkedHashMap");
    }

    @Test
    void an_instant_may_have_an_offset() {
        JsonValue value = Json.read("[\"2026-01-01T01:00:00.5+01:00\",\"soon\"]");

        assertThat(value.at(0).instant()).contains(Instant.parse("2026-01-01T00:00:00.5Z"));
        assertThat(value.at(1).instant()).isEmpty();
    }
}
