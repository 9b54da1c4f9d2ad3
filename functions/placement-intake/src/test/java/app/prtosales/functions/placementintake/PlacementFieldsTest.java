package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.json.Json;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.functions.placementintake.IntakeApi.Answer;
import app.prtosales.intake.Submission;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Guards the fields of a placement, which are the components of [Submission]. A new field needs a
/// value here; the tests then report every place that forgot it: reading, storing, showing,
/// correcting and importing.
class PlacementFieldsTest {

    private static final String URL = "https://outlet.example/a";

    /// A value for each field, different from its default.
    private static final Map<String, Object> VALUES =
            Map.ofEntries(
                    Map.entry("url", URL),
                    Map.entry("outlet", "The outlet"),
                    Map.entry("headline", "The headline"),
                    Map.entry("format", "podcast"),
                    Map.entry("publishedAt", "2026-11-24T08:00:00Z"),
                    Map.entry("zone", "Africa/Abidjan"),
                    Map.entry("segments", List.of("payers")),
                    Map.entry("note", "The note."),
                    Map.entry("topic", "The topic"),
                    Map.entry("personas", List.of("CFO")),
                    Map.entry("spokesperson", "The spokesperson"),
                    Map.entry("quote", "The quote."),
                    Map.entry("whyItMatters", "Why it matters."),
                    Map.entry("holdingLine", "The holding line."),
                    Map.entry("tone", "neutral"),
                    Map.entry("forwardability", "green"),
                    Map.entry("backfill", false));

    /// Another value for each field that a correction can change.
    private static final Map<String, Object> CORRECTED =
            Map.ofEntries(
                    Map.entry("url", "https://outlet.example/b"),
                    Map.entry("outlet", "Another outlet"),
                    Map.entry("headline", "Another headline"),
                    Map.entry("format", "interview"),
                    Map.entry("publishedAt", "2026-11-24T07:30:00Z"),
                    Map.entry("zone", "Europe/London"),
                    Map.entry("tone", "positive"),
                    Map.entry("forwardability", "amber"),
                    Map.entry("segments", List.of("ascs")),
                    Map.entry("note", "Another note."),
                    Map.entry("topic", "Another topic"),
                    Map.entry("personas", List.of("CIO")),
                    Map.entry("spokesperson", "Another spokesperson"),
                    Map.entry("quote", "Another quote."),
                    Map.entry("whyItMatters", "Another reason."),
                    Map.entry("holdingLine", "Another holding line."));

    /// The fields that a correction cannot change, and what changes them.
    private static final Map<String, String> CHANGED_OTHERWISE =
            Map.of(
                    "backfill",
                    "set when it is submitted, because it determines whether pings go out");

    private final IntakeApi api = new IntakeApi();

    @Test
    void every_field_has_a_test_value_and_a_way_to_change_it() {
        List<String> decided = new ArrayList<>(CORRECTED.keySet());
        decided.addAll(CHANGED_OTHERWISE.keySet());
        List<String> read = new ArrayList<>(CorrectionRequest.TEXTS);
        read.addAll(List.of("segments", "personas"));

        assertThat(VALUES.keySet()).containsExactlyInAnyOrderElementsOf(fields());
        assertThat(decided).containsExactlyInAnyOrderElementsOf(fields());
        assertThat(read).containsExactlyInAnyOrderElementsOf(CORRECTED.keySet());
    }

    @Test
    void every_field_that_is_submitted_is_read_stored_and_shown() {
        Answer taken = api.post(VALUES);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertShows(VALUES, id(taken));
    }

    @Test
    void every_correctable_field_is_read_stored_and_shown() {
        String id = id(api.post(VALUES));
        Map<String, Object> request = new LinkedHashMap<>(CORRECTED);
        request.put("reason", "it was wrong");

        Answer corrected = api.post("POST /placements/{id}/correction", id, request, "pr");

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertShows(CORRECTED, id);
        assertThat(
                        corrected
                                .json()
                                .path("corrections")
                                .path(0)
                                .path("changes")
                                .valueStream()
                                .map(each -> each.path("field").asText()))
                .containsExactlyInAnyOrderElementsOf(CORRECTED.keySet());
    }

    @Test
    void backfill_cannot_be_corrected_and_the_answer_says_what_to_do() {
        String id = id(api.post(VALUES));

        Answer refused =
                api.post(
                        "POST /placements/{id}/correction",
                        id,
                        Map.of("backfill", true, "reason", "it is old"),
                        "pr");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("message").asText())
                .contains("submit it again");
    }

    @Test
    void each_of_thirty_corrections_of_long_texts_is_either_stored_or_refused() {
        String id = id(api.post(VALUES));
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, Object> request = new LinkedHashMap<>();
            for (String field :
                    List.of("headline", "topic", "spokesperson", "whyItMatters", "quote")) {
                request.put(field, "漢".repeat(280) + i);
            }
            request.put("outlet", "漢".repeat(100) + i);
            request.put("holdingLine", "漢".repeat(250) + i);
            request.put("reason", "漢".repeat(400) + i);
            answers.add(api.post("POST /placements/{id}/correction", id, request, "pr").status());
        }

        assertThat(answers).containsOnly(200, 409);
        assertThat(api.show(id).json().path("corrections").size())
                .isEqualTo(answers.stream().filter(each -> each == 200).count());
    }

    @Test
    void r5_7_negative_coverage_is_warned_about_a_missing_holding_line() {
        Map<String, Object> negative = new LinkedHashMap<>(VALUES);
        negative.put("tone", "negative");
        negative.remove("holdingLine");

        Answer accepted = api.post(negative);

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(201);
        assertThat(accepted.json().path("warnings").findValuesAsText("field"))
                .contains("holdingLine");
    }

    @Test
    void r5_7_negative_coverage_keeps_its_holding_line() {
        Map<String, Object> negative = new LinkedHashMap<>(VALUES);
        negative.put("tone", "negative");
        negative.put("holdingLine", "We know of the report.");
        String id = id(api.post(negative));
        Map<String, Object> removed = Map.of("holdingLine", "", "reason", "it was wrong");

        Answer refused = api.post("POST /placements/{id}/correction", id, removed, "pr");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asText())
                .contains("holdingLine");
        assertShows(Map.of("holdingLine", "We know of the report."), id);
    }

    @Test
    void every_field_is_imported_from_json_and_from_a_table() {
        Map<String, Object> past = new LinkedHashMap<>(VALUES);
        past.put("publishedAt", "2026-09-01T08:00:00Z");
        past.put("backfill", true);
        assertImports(Json.write(Map.of("items", List.of(past))), "application/json", past);

        past.put("url", "https://outlet.example/c");
        past.put("headline", "The headline of the table");
        Map<String, Object> cells = new LinkedHashMap<>(past);
        cells.remove("backfill");
        String table =
                String.join(",", cells.keySet())
                        + "\n"
                        + cells.values().stream()
                                .map(each -> String.join(";", texts(each)))
                                .collect(Collectors.joining(","))
                        + "\n";
        assertImports(table, "text/csv", past);
    }

    private void assertImports(String body, String type, Map<String, Object> expected) {
        Answer taken =
                api.call(
                        "PUT /placements/import", body, IntakeApi.PR, Map.of("content-type", type));

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertShows(expected, taken.json().path("added").path(0).asText(taken.body()));
    }

    private void assertShows(Map<String, Object> expected, String id) {
        JsonNode shown = api.show(id).json();

        expected.forEach((field, value) ->
                assertThat(shownTexts(shown.path(field))).as(field).isEqualTo(texts(value)));
    }

    private static List<String> shownTexts(JsonNode shown) {
        if (shown.isArray() && !shown.isEmpty()) {
            return shown.valueStream().map(JsonNode::asText).toList();
        }
        return List.of(shown.isTextual() ? shown.asText() : String.valueOf(shown.booleanValue()));
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static String id(Answer taken) {
        return taken.json().path("id").asText(taken.body());
    }

    private static List<String> fields() {
        return Arrays.stream(Submission.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
