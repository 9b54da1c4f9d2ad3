package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// R4.8: past placements are imported without email, and every bad row is reported with its line.
class ImportPastTest {

    private static final String ROUTE = "PUT /placements/import";

    private final IntakeApi api = new IntakeApi();

    @Test
    void r4_8_all_45_real_placements_are_imported_or_reported_with_their_line() throws IOException {
        IntakeApi.Answer refused = put(realPlacements(), "");
        assertThat(refused.status()).isEqualTo(422);
        int bad = lines(refused.json().path("errors"));

        IntakeApi.Answer dry = put(realPlacements(), "dryRun=true");
        assertThat(dry.status()).isEqualTo(200);
        assertThat(lines(dry.json().path("errors"))).isEqualTo(bad);
        assertThat(api.get("GET /placements", "").json().path("items")).isEmpty();

        IntakeApi.Answer taken = put(realPlacements(), "skipBad=true");
        int added = taken.json().path("added").size();
        assertThat(taken.status()).isEqualTo(200);
        assertThat(added + bad).isEqualTo(45);
        assertThat(added).isGreaterThan(15);
        assertThat(refused.json().path("errors"))
                .allSatisfy(error -> assertThat(error.path("field").asText()).startsWith("line "));
        assertThat(api.get("GET /placements", "").json().path("items"))
                .hasSize(added)
                .allSatisfy(item -> assertThat(item.path("backfill").booleanValue()).isTrue());

        IntakeApi.Answer again = put(realPlacements(), "skipBad=true");
        assertThat(again.json().path("added")).isEmpty();
        assertThat(again.json().path("known")).hasSize(added);
    }

    @Test
    void a_csv_saved_by_excel_is_understood() {
        String file =
                """
                Headline;Outlet;Published At;Format;Segment;One line note;Account;How;Colour
                "Uptime; a balance-sheet item";MedCity News;2026-10-06;byline;Health systems;For CFOs.;Mercy Valley;talked-about;red
                ;;;;;;;;
                """;

        IntakeApi.Answer taken = put("\uFEFF" + file.replace("\n", "\r\n"), "");

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("added")).hasSize(1);
        assertThat(taken.json().path("usedInDeals").asInt(-1)).as(taken.body()).isEqualTo(1);
        assertThat(taken.json().path("warnings").path(0).path("field").asText())
                .isEqualTo("Colour");
        assertThat(taken.json().path("headline").asText())
                .startsWith(
                        "Today’s leak: 1 of 1 placement in the last quarter isn’t in an active sequence and wasn’t used");
    }

    @Test
    void formats_are_read_as_our_export_writes_them() {
        String file =
                """
                headline,outlet,publishedAt,format,segments,note
                One,Outlet,2026-10-06,News mention,payers,A note.
                Two,Outlet,2026-10-06,TV or radio,payers,A note.
                Three,Outlet,2026-10-06,Analyst report,payers,A note.
                """;

        IntakeApi.Answer taken = put(file, "");

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(api.get("GET /placements", "").json().path("items").findValuesAsText("format"))
                .containsExactlyInAnyOrder("news-mention", "tv-radio", "analyst-report");
    }

    @Test
    void r1_13_stories_that_our_export_calls_withdrawn_or_retracted_are_left_out() {
        String file =
                """
                Status,outlet,headline,format,publishedAt,zone,segments,note,forwardability
                judged,Outlet,Ours,Byline,2026-10-06T14:00:00Z,America/New_York,payers,A note.,green
                withdrawn,Outlet,Not ours,Byline,2026-10-07T14:00:00Z,America/New_York,payers,A note.,green
                Retracted,Outlet,Wrong,Byline,2026-10-08T14:00:00Z,America/New_York,payers,A note.,green
                """;

        IntakeApi.Answer taken = put(file, "");

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(api.get("GET /placements", "").json().path("items").findValuesAsText("headline"))
                .containsExactly("Ours");
        assertThat(taken.json().path("headline").asText())
                .startsWith("Today’s leak: 1 of 1 placement ");
        assertThat(taken.json().path("warnings").findValuesAsText("field"))
                .contains("line 3: status", "line 4: status");
        assertThat(taken.json().path("warnings").findValuesAsText("message"))
                .contains(
                        "This story was withdrawn, so it was left out",
                        "This story was retracted, so it was left out");
    }

    @Test
    void an_empty_file_is_an_error_in_the_body() {
        IntakeApi.Answer refused = put("", "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asText()).isEqualTo("body");
        assertThat(refused.json().path("errors").path(0).path("message").asText())
                .isEqualTo(refused.json().path("detail").asText());
    }

    @Test
    void a_bad_row_is_named_with_every_bad_field_and_nothing_is_stored() {
        String file =
                """
                headline,outlet,publishedAt,format,segments,note,sequence,stage
                Fine,Outlet,2026-10-06,byline,payers,A note.,,
                ,Outlet,never,byline,payers,A note.,nowhere,awareness
                Fine,Outlet,2026-10-07,byline,payers,Again.,,
                """;

        IntakeApi.Answer refused = put(file, "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(
                        refused.json()
                                .path("errors")
                                .valueStream()
                                .map(error -> error.path("field").asText()))
                .containsExactly(
                        "line 3: headline", "line 3: publishedAt", "line 3: sequence", "line 4");
        assertThat(api.get("GET /placements", "").json().path("items")).isEmpty();
    }

    @Test
    void a_total_below_the_rows_is_left_out_and_named_and_an_incomplete_row_is_an_error() {
        String file =
                """
                headline,outlet,publishedAt,format,segments,note
                Fine,Outlet,2026-10-06,byline,payers,A note.
                """;

        IntakeApi.Answer taken = put(file + ",,,,,\nTotal: 1,,,,,\n", "dryRun=true");
        IntakeApi.Answer kept = put(file + "Total: 1,,,,,\n", "dryRun=true&allRows=true");
        IntakeApi.Answer refused = put(file + "Only a headline,,,,,\n", "");

        assertThat(taken.json().path("errors")).as(taken.body()).isEmpty();
        assertThat(taken.json().path("added")).hasSize(1);
        assertThat(taken.json().path("leftOut").toString())
                .isEqualTo("[{\"line\":4,\"text\":\"Total: 1\"}]");
        assertThat(lines(kept.json().path("errors"))).isEqualTo(1);
        assertThat(lines(refused.json().path("errors"))).isEqualTo(1);
    }

    @Test
    void json_items_are_imported_too() {
        Map<String, Object> item =
                Map.of(
                        "outlet", "FOX 26 Houston",
                        "headline", "Robots lead the way",
                        "format", "tv-radio",
                        "publishedAt", "2026-09-01",
                        "segments", List.of("ascs"),
                        "note", "For surgery centers.");

        IntakeApi.Answer taken = imported(item);

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("added")).hasSize(1);
    }

    @Test
    void r4_6_the_headline_counts_only_placements_that_could_have_been_used() {
        String file =
                """
                headline,outlet,publishedAt,format,segments,note,tone
                Fine,Outlet,2026-10-06,byline,payers,A note.,positive
                Bad,Outlet,2026-10-07,byline,payers,A note.,negative
                """;

        IntakeApi.Answer taken = put(file, "");

        assertThat(taken.json().path("added")).as(taken.body()).hasSize(2);
        assertThat(taken.json().path("headline").asText())
                .startsWith("Today’s leak: 1 of 1 placement ");
    }

    @Test
    void a_json_item_that_says_it_is_not_a_backfill_is_imported_with_a_warning() {
        Map<String, Object> item =
                Map.of(
                        "outlet", "FOX 26 Houston",
                        "headline", "Robots lead the way",
                        "format", "tv-radio",
                        "publishedAt", "2026-09-01",
                        "segments", List.of("ascs"),
                        "note", "For surgery centers.",
                        "backfill", false);

        IntakeApi.Answer taken = imported(item);

        assertThat(taken.json().path("added")).as(taken.body()).hasSize(1);
        assertThat(taken.json().path("warnings").path(0).path("field").asText())
                .isEqualTo("items[0].backfill");
    }

    @Test
    void wrong_types_and_wrong_values_of_json_items_are_named_together() {
        Map<String, Object> item =
                Map.of(
                        "outlet", 7,
                        "headline", "Robots lead the way",
                        "format", "hologram",
                        "publishedAt", "2026-09-01",
                        "segments", List.of("ascs"),
                        "note", "For surgery centers.");

        IntakeApi.Answer refused = imported(item);

        assertThat(
                        refused.json()
                                .path("errors")
                                .valueStream()
                                .map(error -> error.path("field").asText()))
                .containsExactlyInAnyOrder("items[0].outlet", "items[0].format");
    }

    @Test
    void only_pr_and_ops_may_import_and_an_unusable_file_is_refused() {
        assertThat(api.call(ROUTE, "{}", List.of("leadership"), Map.of()).status()).isEqualTo(403);
        assertThat(put("", "").status()).isEqualTo(400);
        assertThat(put("a,a\n1,2\n", "").status()).isEqualTo(400);
    }

    private IntakeApi.Answer put(String csv, String query) {
        return api.call(
                ROUTE, csv, IntakeApi.PR, Map.of("content-type", "text/csv", "x-query", query));
    }

    private static int lines(JsonNode errors) {
        return (int)
                errors.valueStream()
                        .map(error -> error.path("field").asText().split(":", 2)[0])
                        .distinct()
                        .count();
    }

    private static String realPlacements() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        ImportPastTest.class.getResourceAsStream("/placements.csv"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    private IntakeApi.Answer imported(Map<String, Object> item) {
        return api.call(ROUTE, Json.write(Map.of("items", List.of(item))), IntakeApi.PR, Map.of());
    }
}
