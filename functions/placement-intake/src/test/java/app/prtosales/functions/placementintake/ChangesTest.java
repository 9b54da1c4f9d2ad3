package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.functions.placementintake.IntakeApi.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `POST /placements/{id}/…` on an embedded table: R1.10, R1.13, R2.1, R2.5, R5.4, R5.5, R5.6, and
/// the previews.
class ChangesTest {

    private static final String ID = "POST /placements/{id}/";

    private final IntakeApi api = new IntakeApi();

    @Test
    void r1_13_an_embargo_is_moved_and_then_withdrawn() {
        String id = embargoed();

        Answer moved =
                change(
                        id,
                        "publication",
                        Map.of("publishedAt", "2026-12-03T09:00", "zone", "America/New_York"));
        Answer withdrawn = change(id, "withdrawal", Map.of("reason", "dropped"));
        Answer again = change(id, "withdrawal", Map.of("reason", "dropped"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().path("deadline").asText()).isEqualTo("2026-12-04T14:00:00Z");
        assertThat(moved.json().path("moves")).hasSize(1);
        assertThat(withdrawn.json().path("status").asText()).isEqualTo("withdrawn");
        assertThat(withdrawn.json().path("takenBack").path("by").asText())
                .isEqualTo("pr@sample-medtech.example");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("history")).hasSize(3);
    }

    @Test
    void r1_10_a_withdrawn_placement_has_the_verdict_void_wherever_it_is_shown() {
        String id = embargoed();
        assertThat(api.show(id).json().path("reached").path("verdict").asText())
                .isEqualTo("pending");

        Answer withdrawn = change(id, "withdrawal", Map.of("reason", "dropped"));

        assertThat(withdrawn.json().path("reached").path("verdict").asText()).isEqualTo("void");
        assertThat(api.show(id).json().path("reached").path("verdict").asText()).isEqualTo("void");
        assertThat(
                        api.get("GET /placements", "state=void")
                                .json()
                                .path("items")
                                .path(0)
                                .path("reached")
                                .path("verdict")
                                .asText())
                .isEqualTo("void");
    }

    @Test
    void r2_5_an_exemption_is_shown_with_reason_and_name() {
        String id = embargoed();

        Answer answer =
                change(id, "exemption", Map.of("question", "inActiveSequence", "reason", "award"));

        assertThat(answer.json().path("audit").path("inActiveSequence").asText())
                .isEqualTo("exempt");
        assertThat(answer.json().path("exemptions").path(0).path("reason").asText())
                .isEqualTo("award");
        assertThat(answer.json().path("exemptions").path(0).path("name").asText())
                .isEqualTo("pr@sample-medtech.example");
    }

    @Test
    void r2_5_an_exemption_is_undone_with_a_reason() {
        String id = embargoed();
        change(id, "exemption", Map.of("question", "inActiveSequence", "reason", "award"));
        Map<String, Object> undo =
                Map.of("question", "inActiveSequence", "undo", true, "reason", "a slip");

        Answer undone = change(id, "exemption", undo);
        Answer again = change(id, "exemption", undo);
        Answer never =
                change(
                        id,
                        "exemption",
                        Map.of("question", "referencedInDeal", "undo", true, "reason", "a slip"));
        Answer bad = change(id, "exemption", Map.of("question", "x", "undo", "yes"));

        assertThat(undone.json().path("audit").path("inActiveSequence").asText()).isEqualTo("no");
        assertThat(undone.json().path("exemptions")).isEmpty();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("history")).hasSize(3);
        assertThat(never.status()).isEqualTo(409);
        assertThat(bad.wrongFields()).containsExactlyInAnyOrder("question", "undo", "reason");
    }

    @Test
    void r2_1_a_sequence_is_chosen_and_shown_with_who_chose_it() {
        String id = embargoed();

        Answer refused =
                change(id, "sequence", Map.of("sequence", "none", "stage", "x", "reason", "y"));
        Answer answer =
                change(
                        id,
                        "sequence",
                        Map.of("sequence", "cfo", "stage", "awareness", "reason", "for finance"));
        Answer byOwner =
                api.post(
                        ID + "sequence",
                        id,
                        Map.of("sequence", "cfo", "stage", "awareness", "reason", "for finance"),
                        "sequence-owner");

        assertThat(refused.wrongFields()).containsExactly("sequence");
        assertThat(answer.json().path("choices").path(0).path("stage").asText())
                .isEqualTo("awareness");
        assertThat(answer.json().path("suggestions").path(0).path("chosenBy").asText())
                .isEqualTo("pr@sample-medtech.example");
        assertThat(answer.json().path("warnings").path(0).path("message").asText())
                .contains("once it’s Green");
        assertThat(byOwner.status()).isEqualTo(200);
        assertThat(api.post(ID + "sequence", id, Map.of("reason", "x"), "leadership").status())
                .isEqualTo(403);
    }

    @Test
    void r5_5_forwardability_is_turned_and_shown() {
        String id = embargoed();

        Answer answer =
                change(
                        id,
                        "forwardability",
                        Map.of("forwardability", "green", "reason", "cleared"));

        assertThat(answer.json().path("forwardability").asText()).isEqualTo("green");
        assertThat(answer.json().path("turns").path(0).path("from").asText()).isEqualTo("amber");
    }

    @Test
    void r5_6_a_correction_is_shown_field_by_field() {
        String id = embargoed();

        Answer answer =
                change(id, "correction", Map.of("headline", "Right", "reason", "a wrong name"));

        assertThat(answer.json().path("headline").asText()).isEqualTo("Right");
        JsonNode changes = answer.json().path("corrections").path(0).path("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.path(0).path("field").asText()).isEqualTo("headline");
        assertThat(changes.path(0).path("before").asText())
                .isEqualTo(IntakeApi.submission().get("headline"));
        assertThat(changes.path(0).path("after").asText()).isEqualTo("Right");
    }

    @Test
    void r5_4_the_address_of_a_copy_is_refused_with_a_link_to_the_first() {
        String id = embargoed();
        Map<String, String> copy =
                Map.of("url", "https://b.example/copy", "outlet", "B", "reason", "syndicated");

        assertThat(change(id, "copies", copy).status()).isEqualTo(200);

        Map<String, Object> again = new LinkedHashMap<>(IntakeApi.submission());
        again.put("url", "https://www.b.example/copy?utm_source=x");
        Answer refused = api.post(again);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("existing").asText()).isEqualTo("/placements/" + id);
    }

    @Test
    void r5_4_nearly_the_same_headline_in_another_outlet_comes_back_as_similar() {
        String id = embargoed();
        Map<String, Object> other = new LinkedHashMap<>(IntakeApi.submission());
        other.put("url", "https://b.example/story");
        other.put("outlet", "Another Outlet");
        other.put("headline", "Waystar Names New CFO as Margins Tighten | Another Outlet");

        Answer answer = api.post(other);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("similar").path(0).path("id").asText()).isEqualTo(id);
        assertThat(api.show(id).json().path("similar")).hasSize(1);
    }

    @Test
    void r5_4_the_same_headline_on_another_page_of_the_outlet_comes_back_as_similar() {
        String id = embargoed();
        Map<String, Object> other = new LinkedHashMap<>(IntakeApi.submission());
        other.put("url", "https://www.a.example/another-section/story");

        Answer answer = api.post(other);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("similar").path(0).path("id").asText()).isEqualTo(id);
    }

    @Test
    void a_change_that_is_not_possible_now_is_409_and_says_why_or_what_to_do() {
        String id = embargoed();

        Answer retraction = change(id, "retraction", Map.of("reason", "x"));
        Answer resend = change(id, "resend", Map.of("reason", "x"));

        assertThat(List.of(retraction.status(), resend.status())).containsExactly(409, 409);
        assertThat(retraction.json().path("detail").asText()).contains("Withdraw");
        assertThat(resend.json().path("detail").asText()).contains("hasn’t been sent yet");
    }

    @Test
    void every_bad_field_is_named_and_unknown_fields_are_refused() {
        String id = embargoed();

        Answer bad = change(id, "exemption", Map.of("question", "all", "reason", ""));
        Answer unknown = change(id, "withdrawal", Map.of("reason", "x", "why", "y"));
        Answer type = change(id, "correction", Map.of("reason", 7, "segments", "payers"));

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.wrongFields()).containsExactlyInAnyOrder("question", "reason");
        assertThat(unknown.wrongFields()).containsExactly("why");
        assertThat(type.wrongFields()).containsExactlyInAnyOrder("reason", "segments");
    }

    @Test
    void wrong_types_and_wrong_values_of_a_change_are_named_together_and_nothing_is_stored() {
        String id = embargoed();

        Answer moved = change(id, "publication", Map.of("publishedAt", "never", "zone", 7));
        Answer corrected =
                change(id, "correction", Map.of("headline", 7, "note", "x".repeat(161), "to", "y"));
        Answer withdrawn = change(id, "withdrawal", Map.of("reason", "x", "why", "y"));

        assertThat(moved.wrongFields()).containsExactlyInAnyOrder("publishedAt", "zone");
        assertThat(corrected.wrongFields())
                .containsExactlyInAnyOrder("headline", "note", "to", "reason");
        assertThat(withdrawn.wrongFields()).containsExactly("why");
        assertThat(api.show(id).json().path("history")).hasSize(1);
    }

    @Test
    void wrong_types_and_wrong_values_of_a_preview_are_named_together() {
        Map<String, Object> bad = new LinkedHashMap<>(IntakeApi.submission());
        bad.putAll(Map.of("rep", "nobody", "outlet", 7, "note", ""));

        assertThat(api.post("POST /placements/preview", "", bad, "pr").wrongFields())
                .containsExactlyInAnyOrder("rep", "outlet", "note");
        assertThat(api.post("POST /placements/preview/mail", "", bad, "pr").wrongFields())
                .containsExactlyInAnyOrder("rep", "outlet", "note");
        assertThat(change(embargoed(), "preview", Map.of("rep", "nobody", "to", "x")).wrongFields())
                .containsExactlyInAnyOrder("rep", "to");
    }

    @Test
    void only_pr_may_withdraw_a_placement_and_only_pr_and_ops_may_resend_it() {
        String id = embargoed();
        Map<String, String> reason = Map.of("reason", "x");

        assertThat(api.post(ID + "withdrawal", id, reason, "ops").status()).isEqualTo(403);
        assertThat(api.post(ID + "resend", id, reason, "leadership").status()).isEqualTo(403);
        assertThat(api.post(ID + "resend", id, reason, "ops").status()).isEqualTo(409);
        assertThat(api.post(ID + "preview", id, Map.of(), "leadership").status()).isEqualTo(403);
    }

    @Test
    void an_unknown_placement_is_404() {
        assertThat(change("nobody", "withdrawal", Map.of("reason", "x")).status()).isEqualTo(404);
        assertThat(change("../x", "resend", Map.of("reason", "x")).status()).isEqualTo(404);
        assertThat(change("nobody", "preview", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void a_preview_shows_what_a_rep_would_get_and_its_links_do_nothing() {
        String id = embargoed();
        Map<String, Object> draft = new LinkedHashMap<>(IntakeApi.submission());
        draft.put("rep", "rep-001");

        Answer before = api.post("POST /placements/preview", "", draft, "pr");
        Answer after = change(id, "preview", Map.of("rep", "rep-001"));

        assertThat(before.status()).isEqualTo(200);
        for (String part : List.of("subject", "html", "text")) {
            assertThat(before.json().path(part)).isEqualTo(after.json().path(part));
        }
        assertThat(after.json().path("subject").asText()).startsWith("[Coverage] Sample");
        assertThat(after.json().path("html").asText()).contains("#preview").doesNotContain("/r/");
        assertThat(after.json().path("text").asText()).contains("Sample Rep");
    }

    @Test
    void a_preview_of_a_submission_says_who_would_be_reached_and_that_the_story_is_known() {
        String id = embargoed();

        JsonNode foreseen =
                api.post("POST /placements/preview", "", IntakeApi.submission(), "pr")
                        .json()
                        .path("foreseen");

        assertThat(foreseen.path("known").asText()).isEqualTo(id);
        assertThat(foreseen.propertyStream().map(Map.Entry::getKey))
                .contains("team", "reached", "skipped", "beside", "sentAt", "deadline");
        assertThat(foreseen.path("skipped").isArray()).isTrue();
        assertThat(foreseen.path("skipped")).isEmpty();
    }

    @Test
    void a_preview_names_every_bad_field_and_an_unknown_rep() {
        Answer bad = api.post("POST /placements/preview", "", Map.of("rep", "nobody"), "pr");

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.wrongFields()).contains("rep", "outlet", "headline", "note");
    }

    @Test
    void a_test_email_names_every_bad_field_accepts_no_address_and_is_not_for_leadership() {
        Answer bad =
                api.post(
                        "POST /placements/preview/mail",
                        "",
                        Map.of("rep", "nobody", "to", "somebody@else.example"),
                        "pr");

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.wrongFields()).contains("rep", "to", "outlet", "headline", "note");
        assertThat(
                        api.post(
                                        "POST /placements/preview/mail",
                                        "",
                                        IntakeApi.submission(),
                                        "leadership")
                                .status())
                .isEqualTo(403);
    }

    private Answer change(String id, String what, Map<String, ?> body) {
        return api.post(ID + what, id, body, "pr");
    }

    private String embargoed() {
        return api.post(IntakeApi.submission()).json().path("id").asText();
    }
}
