package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.functions.placementintake.IntakeApi.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Changes that state in `from` what their sender saw, on a real table.
class ChangedMeanwhileTest {

    private final IntakeApi api = new IntakeApi();

    @Test
    void a_correction_of_a_field_corrected_meanwhile_is_refused_with_its_value_who_and_when() {
        String id = embargoed();
        change(id, "correction", Map.of("note", "For the CFO.", "reason", "a wrong reader"));

        Answer answer =
                change(
                        id,
                        "correction",
                        Map.of(
                                "note",
                                "For IT.",
                                "headline",
                                "Right",
                                "from",
                                Map.of("note", "For payers.", "topic", ""),
                                "reason",
                                "for IT"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asText()).contains("note").contains("saved");
        assertThat(answer.json().path("changed")).hasSize(1);
        JsonNode note = answer.json().path("changed").path(0);
        assertThat(note.path("field").asText()).isEqualTo("note");
        assertThat(note.path("now").asText()).isEqualTo("For the CFO.");
        assertThat(note.path("by").asText()).isEqualTo("pr@sample-medtech.example");
        assertThat(note.path("at").asText()).endsWith("Z");
        assertThat(api.show(id).json().path("headline").asText()).startsWith("Waystar");
    }

    @Test
    void what_the_sender_saw_is_compared_for_publication_shelf_life_and_segments() {
        String id = embargoed();
        JsonNode shown = api.show(id).json();

        Answer moved =
                change(
                        id,
                        "publication",
                        Map.of(
                                "publishedAt",
                                "2026-12-03T09:00",
                                "zone",
                                "America/New_York",
                                "from",
                                Map.of(
                                        "publishedAt",
                                        shown.path("publishedAt").asText(),
                                        "zone",
                                        shown.path("zone").asText())));
        Answer renewed =
                change(
                        id,
                        "shelf-life",
                        Map.of(
                                "until",
                                "2027-06-30",
                                "from",
                                Map.of("expiresAt", shown.path("expiresAt").asText()),
                                "reason",
                                "still true"));
        Answer segments =
                change(
                        id,
                        "correction",
                        Map.of(
                                "segments",
                                List.of("payers", "ascs"),
                                "from",
                                Map.of("segments", List.of("payers")),
                                "reason",
                                "both"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(renewed.status()).isEqualTo(409);
        assertThat(renewed.json().path("changed").path(0).path("field").asText())
                .isEqualTo("expiresAt");
        assertThat(segments.status()).isEqualTo(200);
    }

    @Test
    void unknown_fields_and_wrong_types_in_from_are_named() {
        String id = embargoed();

        Answer unknown =
                change(
                        id,
                        "correction",
                        Map.of("note", "x", "from", Map.of("notes", "y"), "reason", "z"));
        Answer type = change(id, "correction", Map.of("note", "x", "from", "y", "reason", "z"));
        Answer nested =
                change(
                        id,
                        "publication",
                        Map.of(
                                "publishedAt",
                                "2026-12-03T09:00",
                                "zone",
                                "America/New_York",
                                "from",
                                Map.of("zone", 7)));

        assertThat(unknown.wrongFields()).containsExactly("from.notes");
        assertThat(type.wrongFields()).containsExactly("from");
        assertThat(nested.wrongFields()).containsExactly("from.zone");
    }

    private Answer change(String id, String what, Map<String, ?> body) {
        return api.post("POST /placements/{id}/" + what, id, body, "pr");
    }

    private String embargoed() {
        return api.post(IntakeApi.submission()).json().path("id").asText();
    }
}
