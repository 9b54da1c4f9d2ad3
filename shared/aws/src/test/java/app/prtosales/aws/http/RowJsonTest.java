package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.json.Json;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.text.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowJsonTest {

    @Test
    void white_space_around_a_cell_is_trimmed_and_a_control_character_is_kept() {
        String json =
                Json.write(
                        Map.of(
                                "items",
                                List.of(Map.of("id", "\u0001r\n", "name", " Cardiology\u200B "))));

        List<Row> rows =
                RowJson.read(ListName.SEGMENTS, JsonObject.of(Json.read(json.getBytes(UTF_8))));

        assertThat(rows).containsExactly(new Row(Map.of("id", "\u0001r", "name", "Cardiology")));
    }

    @Test
    void a_semicolon_within_a_value_is_refused_in_words_that_say_what_to_do() {
        JsonObject body =
                JsonObject.of(
                        Json.read(
                                "{\"items\": [{\"id\": \"cfo\", \"stages\": [\"Touch 1; email\"]}]}"
                                        .getBytes(UTF_8)));

        RowJson.read(ListName.SEQUENCES, body);

        assertThat(body.problems().asList())
                .extracting(FieldError::message)
                .containsExactly(
                        "Take out each semicolon within a value: semicolons separate the values");
    }
}
