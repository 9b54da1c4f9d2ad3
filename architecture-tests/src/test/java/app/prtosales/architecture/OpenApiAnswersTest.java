package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.SimulatedContext;
import app.prtosales.aws.json.Json;
import app.prtosales.functions.auditpages.AuditPagesHandler;
import app.prtosales.functions.directory.DirectoryHandler;
import app.prtosales.functions.placementintake.PlacementIntakeHandler;
import app.prtosales.local.edges.EmbeddedTable;
import app.prtosales.local.edges.LambdaHandler;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The handlers' responses, on a real table, match `docs/openapi.yaml`: status, media type,
/// headers, and each member of the body. There is no bus here, so an accepted placement waits for
/// its timer.
class OpenApiAnswersTest {

    private static final ApiDescription API = ApiDescription.read();
    private static final String SUBMIT = "POST /placements";
    private static final String LOOK_UP = "POST /placements/lookup";
    private static final String PUT_LIST = "PUT /directory/{list}";

    private final AwsApplication application =
            AwsApplication.from(
                    environment(), InstantSource.fixed(Instant.parse("2026-06-24T14:00:00Z")));
    private final RequestHandler<?, ?> intake = new PlacementIntakeHandler(application);
    private final RequestHandler<?, ?> directory = new DirectoryHandler(application);
    private final RequestHandler<?, ?> audit = new AuditPagesHandler(application);

    @BeforeEach
    void the_company_has_segments() throws IOException {
        assertThat(put("segments", sample("segments"), Map.of()).status()).isEqualTo(200);
    }

    @Test
    void a_submission_its_repetition_and_the_same_story_from_another_person() throws IOException {
        Answer first = submit("pr@sample-medtech.example", submission());
        Answer again = submit("pr@sample-medtech.example", submission());
        Answer another = submit("other@sample-medtech.example", submission());

        assertThat(List.of(first.status(), again.status(), another.status()))
                .containsExactly(201, 200, 409);
        assertThat(first.body().has("warnings")).isTrue();
        assertThat(
                        call(
                                        intake,
                                        "GET /placements/{id}",
                                        Map.of("id", first.body().path("id").asText()),
                                        "",
                                        "leadership",
                                        Map.of())
                                .status())
                .isEqualTo(200);
        assertThat(get(intake, "GET /placements", "limit=1").body().path("items")).hasSize(1);
        assertThat(get(audit, "GET /audit/last", "").status()).isEqualTo(200);
    }

    @Test
    void each_change_of_a_placement_and_what_prevents_it() throws IOException {
        assertThat(put("reps", sample("reps"), Map.of()).status()).isEqualTo(200);
        String id = submit("pr@sample-medtech.example", submission()).body().path("id").asText();

        assertThat(change(id, "preview", "{}")).isEqualTo(200);
        assertThat(change(id, "preview", "{\"rep\": \"nobody\"}")).isEqualTo(422);
        assertThat(change(id, "forwardability", "{\"forwardability\":\"red\",\"reason\":\"x\"}"))
                .isEqualTo(200);
        assertThat(
                        change(
                                id,
                                "publication",
                                "{\"publishedAt\":\"2026-06-24T08:00\",\"zone\":\"UTC\"}"))
                .isEqualTo(200);
        assertThat(change(id, "correction", "{\"headline\":\"Right\",\"reason\":\"x\"}"))
                .isEqualTo(200);
        assertThat(change(id, "exemption", "{\"question\":\"referencedInDeal\",\"reason\":\"x\"}"))
                .isEqualTo(200);
        assertThat(
                        change(
                                id,
                                "sequence",
                                "{\"sequence\":\"none\",\"stage\":\"\",\"reason\":\"x\"}"))
                .isEqualTo(422);
        assertThat(
                        change(
                                id,
                                "copies",
                                "{\"url\":\"https://b.example/c\",\"outlet\":\"B\",\"reason\":\"x\"}"))
                .isEqualTo(200);
        assertThat(change(id, "shelf-life", "{\"until\":\"2026-12-31\",\"reason\":\"x\"}"))
                .isEqualTo(200);
        assertThat(change(id, "shelf-life", "{\"until\":\"1970-01-01\",\"reason\":\"x\"}"))
                .isEqualTo(422);
        assertThat(change(id, "resend", "{\"reason\":\"x\"}")).isEqualTo(409);
        assertThat(change(id, "retraction", "{\"reason\":\"x\"}")).isEqualTo(409);
        assertThat(change(id, "withdrawal", "{}")).isEqualTo(422);
        assertThat(change(id, "withdrawal", "{\"reason\":\"x\"}")).isEqualTo(200);
        assertThat(change("none", "withdrawal", "{\"reason\":\"x\"}")).isEqualTo(404);
        assertThat(
                        call(
                                        intake,
                                        "POST /placements/preview",
                                        Map.of(),
                                        submission(),
                                        "pr",
                                        Map.of())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_known_storys_link_and_invalid_links() throws IOException {
        submit("pr@sample-medtech.example", submission());
        String url = Json.read(submission()).path("url").asText();

        Answer known = lookUp(Json.write(Map.of("url", url)));

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.body().has("existing")).isTrue();
        assertThat(lookUp("{}").status()).isEqualTo(422);
        assertThat(lookUp("{\"url\": \"ftp://a.example/\"}").status()).isEqualTo(422);
        assertThat(lookUp("no JSON").status()).isEqualTo(400);
        assertThat(lookUp(" ".repeat(4_400_000)).status()).isEqualTo(413);
        assertThat(call(intake, LOOK_UP, Map.of(), "{}", "ops", Map.of()).status()).isEqualTo(403);
    }

    private Answer lookUp(String body) throws IOException {
        return call(intake, LOOK_UP, Map.of(), body, "pr", Map.of());
    }

    private int change(String id, String what, String body) throws IOException {
        return call(intake, "POST /placements/{id}/" + what, Map.of("id", id), body, "pr", Map.of())
                .status();
    }

    @Test
    void the_answer_to_an_empty_submission_names_exactly_the_required_fields() throws IOException {
        Answer refused = submit("pr@sample-medtech.example", "{}");

        assertThat(refused.status()).isEqualTo(422);
        // The zone may be missing only if the time has an offset.
        Set<String> required = API.required(API.schema("Submission"));
        required.add("zone");
        assertThat(refused.fields()).isEqualTo(required);
    }

    /// A member of the wrong type is named, and an unknown one is refused, so both lists are
    /// complete.
    @Test
    void a_submission_accepts_exactly_the_described_members() throws IOException {
        Set<String> described = API.properties(API.schema("Submission"));
        String wrong =
                described.stream()
                        .map(name -> "\"%s\": {}".formatted(name))
                        .collect(Collectors.joining(", ", "{", "}"));

        Answer refused = submit("pr@sample-medtech.example", wrong);

        assertThat(refused.fields()).isEqualTo(described);
        assertThat(refused.body().toString()).doesNotContain("is not a known field");
        Answer unknown = submit("pr@sample-medtech.example", "{\"nobodyReadsThis\": 1}");
        assertThat(unknown.body().path("errors").path(0).path("message").asText())
                .endsWith("the known fields are " + String.join(", ", described));
    }

    @Test
    void unreadable_and_forbidden_requests() throws IOException {
        assertThat(submit("pr@sample-medtech.example", "no JSON").status()).isEqualTo(400);
        assertThat(
                        call(
                                        intake,
                                        SUBMIT,
                                        Map.of(),
                                        submission(),
                                        "pr",
                                        Map.of("content-type", "text/csv"))
                                .status())
                .isEqualTo(415);
        assertThat(submit("pr@sample-medtech.example", " ".repeat(300_000)).status())
                .isEqualTo(413);
        assertThat(call(intake, SUBMIT, Map.of(), submission(), "ops", Map.of()).status())
                .isEqualTo(403);
        assertThat(call(intake, SUBMIT, Map.of(), submission(), "", Map.of()).status())
                .isEqualTo(401);
        assertThat(get(intake, "GET /placements", "limit=none").status()).isEqualTo(400);
        assertThat(
                        call(
                                        intake,
                                        "GET /placements/{id}",
                                        Map.of("id", "none"),
                                        "",
                                        "pr",
                                        Map.of())
                                .status())
                .isEqualTo(404);
        assertThat(get(audit, "GET /audit/last", "").status()).isEqualTo(404);
    }

    @Test
    void each_list_of_the_sample_company_and_invalid_lists() throws IOException {
        for (String list : List.of("reps", "sequences", "accounts", "rules", "agreement")) {
            assertThat(put(list, sample(list), Map.of()).status()).as(list).isEqualTo(200);
            assertThat(
                            call(
                                            directory,
                                            "GET /directory/{list}",
                                            Map.of("list", list),
                                            "",
                                            "pr",
                                            Map.of())
                                    .status())
                    .isEqualTo(200);
        }
        assertThat(put("reps", "{\"items\": []}", Map.of()).status()).isEqualTo(409);
        assertThat(put("reps", "{\"items\": [{\"id\": \"x\"}]}", Map.of()).status()).isEqualTo(422);
        assertThat(put("nothing", "{\"items\": []}", Map.of()).status()).isEqualTo(404);
        assertThat(put("segments", rows(10_001), Map.of()).status()).isEqualTo(413);
    }

    @Test
    void a_list_that_somebody_else_replaced_meanwhile_is_kept_and_the_answer_names_them()
            throws IOException {
        Answer opened = readSegments();
        String mine = opened.text().replace("Payers", "My payers");
        assertThat(
                        put("segments", opened.text().replace("Payers", "Their payers"), Map.of())
                                .status())
                .isEqualTo(200);

        Answer late = put("segments", mine, Map.of());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asText())
                .startsWith(
                        "Since you opened this list, somebody@sample-medtech.example changed it.");
        assertThat(late.body().path("changedAt").asText()).isEqualTo("2026-06-24T14:00:00Z");
        assertThat(put("segments", mine, Map.of("x-query", "dryRun=true")).status()).isEqualTo(409);
        assertThat(readSegments().text()).contains("Their payers");
        long now = readSegments().body().path("version").asLong();
        assertThat(put("segments", mine, Map.of("x-query", "version=" + now)).status())
                .isEqualTo(200);
        assertThat(put("segments", mine, Map.of("x-query", "version=latest")).status())
                .isEqualTo(400);
        assertThat(put("segments", "{\"items\": [], \"version\": 1.5}", Map.of()).status())
                .isEqualTo(422);
    }

    private Answer readSegments() throws IOException {
        return call(
                directory, "GET /directory/{list}", Map.of("list", "segments"), "", "pr", Map.of());
    }

    @Test
    void the_past_is_imported_as_json_or_csv() throws IOException {
        String csv =
                "headline,outlet,publishedAt,format,segments,note\nA,B,2026-01-01,byline,%s,C\n";
        Map<String, String> asCsv = Map.of("content-type", "text/csv");

        assertThat(importPast(csv.formatted("payers"), "pr", asCsv).status()).isEqualTo(200);
        assertThat(importPast(csv.formatted("nobody"), "ops", asCsv).status()).isEqualTo(422);
        assertThat(importPast("", "pr", asCsv).status()).isEqualTo(400);
        assertThat(importPast("{\"items\": []}", "pr", Map.of()).status()).isEqualTo(200);
        assertThat(importPast("{}", "leadership", Map.of()).status()).isEqualTo(403);
    }

    private Answer importPast(String body, String role, Map<String, String> headers)
            throws IOException {
        return call(intake, "PUT /placements/import", Map.of(), body, role, headers);
    }

    @Test
    void an_hour_in_a_file_that_is_not_a_number_is_named_by_its_field() throws IOException {
        String agreement =
                """
                version,date,zone,warnings,prOwner,ops,salesLeader,leadership,ruleOwners,auditDay,auditHour
                2,2026-06-01,UTC,PT1H,a@x.example,a@x.example,a@x.example,a@x.example,a@x.example,monday,8am
                """;

        Answer refused = put("agreement", agreement, Map.of("content-type", "text/csv"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asText())
                .isEqualTo("items[0].auditHour");
    }

    @Test
    void a_number_that_would_fill_the_memory_is_refused() throws IOException {
        assertThat(put("rules", "{\"items\": [], \"version\": 1e999999999}", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void wrong_types_and_wrong_values_of_a_list_are_named_together() throws IOException {
        Answer refused =
                put(
                        "segments",
                        "{\"items\": [{\"id\": \"ascs\", \"name\": 7}, {\"id\": \"a b\", \"name\": \"Payers\"}]}",
                        Map.of());

        assertThat(
                        refused.body()
                                .path("errors")
                                .valueStream()
                                .map(error -> error.path("field").asText()))
                .containsExactlyInAnyOrder("items[0].name", "items[1].id");
    }

    @Test
    void the_size_of_a_list_is_counted_as_in_the_response_which_escapes_quotes_twice()
            throws IOException {
        String rows =
                IntStream.range(0, 4_000)
                        .mapToObj(i -> "s%d,\"%s\"\r\n".formatted(i, "\"\"".repeat(450)))
                        .collect(Collectors.joining("", "id,name\r\n", ""));

        Answer refused = put("segments", rows, Map.of("content-type", "text/csv"));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body().path("detail").asText()).startsWith("The list takes 7");
    }

    @Test
    void spaces_around_a_value_of_a_list_are_dropped() throws IOException {
        put(
                "segments",
                "{\"items\": [{\"id\": \" ascs \", \"name\": \"Payers \"}]}",
                Map.of("x-query", "confirm=true"));

        assertThat(readSegments().text()).contains("\"id\":\"ascs\"", "\"name\":\"Payers\"");
    }

    @Test
    void a_list_as_csv_comes_back_as_it_was_sent() throws IOException {
        String segments = "id,name\r\nascs,\"Surgery; \"\"day\"\" centers\"\r\npayers,'=Payers\r\n";
        Map<String, String> asCsv =
                Map.of("content-type", "text/csv", "accept", "text/csv", "x-query", "confirm=true");

        assertThat(put("segments", segments, asCsv).status()).isEqualTo(200);
        assertThat(put("segments", "id,nome\nx,y\n", asCsv).status()).isEqualTo(422);
        assertThat(
                        put(
                                        "segments",
                                        "\uFEFFid;name\r\nascs;A\r\npayers;B\r\n",
                                        Map.of(
                                                "content-type",
                                                "text/csv",
                                                "x-query",
                                                "dryRun=true"))
                                .status())
                .isEqualTo(200);
        Answer read =
                call(
                        directory,
                        "GET /directory/{list}",
                        Map.of("list", "segments"),
                        "",
                        "pr",
                        Map.of("accept", "text/csv"));
        assertThat(read.text()).isEqualTo(segments);
        assertThat(read.headers()).containsEntry("vary", "Accept");
    }

    @Test
    void a_list_as_csv_may_have_its_columns_in_any_letter_case_and_flags_as_databases_write_them()
            throws IOException {
        String accounts = "ID,Name,SEGMENT,Target,openDeal\na1,Mercy,ascs,1,0\n";

        assertThat(put("accounts", accounts, Map.of("content-type", "text/csv")).status())
                .isEqualTo(200);

        Answer read =
                call(
                        directory,
                        "GET /directory/{list}",
                        Map.of("list", "accounts"),
                        "",
                        "pr",
                        Map.of());
        assertThat(read.text()).contains("\"target\":true,\"openDeal\":false");
    }

    @Test
    void a_week_a_quarter_and_the_rows_to_recount_them_from() throws IOException {
        submit("pr@sample-medtech.example", submission());

        assertThat(get(audit, "GET /audit/sequences", "").status()).isEqualTo(200);
        assertThat(week("2026-W26").status()).isEqualTo(200);
        assertThat(week("2026-W99").status()).isEqualTo(400);
        assertThat(get(audit, "GET /audit/quarter", "").status()).isEqualTo(200);
        assertThat(get(audit, "GET /audit/export", "week=2026-W26").status()).isEqualTo(200);
        assertThat(get(audit, "GET /audit/export", "week=next").status()).isEqualTo(400);
        Answer csv =
                call(
                        audit,
                        "GET /audit/export",
                        Map.of(),
                        "",
                        "leadership",
                        Map.of("x-query", "week=2026-W26", "accept", "text/csv"));
        assertThat(csv.text()).startsWith("\uFEFFrecord,id,group,").contains("\r\nfigure,");
        Answer zip =
                call(
                        audit,
                        "GET /audit/export",
                        Map.of(),
                        "",
                        "leadership",
                        Map.of("x-query", "week=2026-W26", "accept", "application/zip"));
        assertThat(zip.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv;q=0.5 application/json, application/json",
        "application/json;q=0.5 text/csv, text/csv; charset=utf-8",
        "application/zip, application/zip",
    })
    void an_answer_that_depends_on_accept_says_so(String accept, String type) throws IOException {
        Map<String, String> sent =
                Map.of("x-query", "week=2026-W26", "accept", accept.replace(' ', ','));

        Answer answer = call(audit, "GET /audit/export", Map.of(), "", "leadership", sent);

        assertThat(answer.headers())
                .containsEntry("content-type", type)
                .containsEntry("vary", "Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "application/zip"})
    void an_export_from_a_cursor_that_no_page_gave_is_refused(String accept) throws IOException {
        submit("pr@sample-medtech.example", submission());

        Answer refused =
                call(
                        audit,
                        "GET /audit/export",
                        Map.of(),
                        "",
                        "leadership",
                        Map.of("x-query", "week=2026-W26&cursor=zz", "accept", accept));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("cursor");
    }

    private Answer week(String week) throws IOException {
        return call(
                audit, "GET /audit/weeks/{week}", Map.of("week", week), "", "leadership", Map.of());
    }

    @Test
    void the_state_of_sending_while_nothing_is_stopped() throws IOException {
        assertThat(get(directory, "GET /sending", "").status()).isEqualTo(200);
        assertThat(resume("ops", "{\"reason\":\"the list was cleaned\"}")).isEqualTo(409);
        assertThat(resume("ops", "{}")).isEqualTo(422);
        assertThat(resume("ops", "nothing")).isEqualTo(400);
        assertThat(resume("pr", "{\"reason\":\"the list was cleaned\"}")).isEqualTo(403);
    }

    @Test
    void sending_is_stopped_by_hand_twice_and_resumed() throws IOException {
        String reason = "{\"reason\":\"we’re switching email providers\"}";
        assertThat(stop("pr", reason).status()).isEqualTo(403);
        assertThat(stop("ops", "{}").status()).isEqualTo(422);
        assertThat(stop("ops", "nothing").status()).isEqualTo(400);
        for (int time = 0; time < 2; time++) {
            Answer stopped = stop("ops", reason);
            assertThat(stopped.status()).isEqualTo(200);
            assertThat(stopped.body().path("stopped").asBoolean()).isTrue();
            assertThat(stopped.body().path("stoppedBy").asText()).contains("@");
            assertThat(stopped.body().path("stops")).hasSize(1);
        }
        assertThat(resume("ops", reason)).isEqualTo(200);
        Answer after = get(directory, "GET /sending", "");
        assertThat(after.body().path("stopped").asBoolean()).isFalse();
        assertThat(after.body().path("stops").path(0).path("endedWhy").asText())
                .isEqualTo("we’re switching email providers");
    }

    private Answer stop(String role, String body) throws IOException {
        return call(directory, "POST /sending/stop", Map.of(), body, role, Map.of());
    }

    private int resume(String role, String body) throws IOException {
        return call(directory, "POST /sending/resume", Map.of(), body, role, Map.of()).status();
    }

    @Test
    void the_champion_kit_in_each_format_and_none_while_in_review() throws IOException {
        String green = placement(submission().replace("amber", "green"));
        assertThat(kit(green, "persona=CIO", "application/json").status()).isEqualTo(200);
        assertThat(kit(green, "", "application/json").body().path("evidence").isTextual()).isTrue();
        assertThat(kit(green, "persona=clinical", "text/plain").text()).contains("Why it matters:");
        Answer page = kit(green, "persona=clinical", "text/html,*/*;q=0.8");
        assertThat(page.text()).contains("<h1");
        assertThat(page.headers()).containsEntry("vary", "Accept");
        assertThat(kit(green, "persona=nobody", "application/json").status()).isEqualTo(400);
        assertThat(kit("none", "", "application/json").status()).isEqualTo(404);
        String amber =
                placement(
                        submission()
                                .replace("green", "amber")
                                .replaceFirst("https://", "https://other."));
        assertThat(kit(amber, "", "application/json").status()).isEqualTo(409);
    }

    private String placement(String body) throws IOException {
        Answer answer = submit("pr@sample-medtech.example", body);
        return answer.body().path("id").asText("none");
    }

    private Answer kit(String id, String query, String accept) throws IOException {
        return call(
                intake,
                "GET /placements/{id}/kit",
                Map.of("id", id),
                "",
                "pr",
                Map.of("x-query", query, "accept", accept));
    }

    @Test
    void the_pages_and_this_description_itself() throws IOException {
        assertThat(get(intake, "GET /", "").status()).isEqualTo(200);
        assertThat(get(intake, "HEAD /", "").text()).isEmpty();
        assertThat(get(intake, "GET /settings.json", "").status()).isEqualTo(200);
        assertThat(
                        call(
                                        intake,
                                        "GET /assets/{version}/{file}",
                                        Map.of("version", "any", "file", "app.css"),
                                        "",
                                        "",
                                        Map.of())
                                .status())
                .isEqualTo(200);
        assertThat(get(intake, "GET /health", "").status()).isEqualTo(200);
        assertThat(get(intake, "HEAD /health", "").text()).isEmpty();
        assertThat(get(intake, "GET /openapi.yaml", "").text())
                .isEqualTo(Files.readString(Repository.root().resolve("docs/openapi.yaml")));
    }

    private Answer submit(String email, String body) throws IOException {
        return call(intake, SUBMIT, Map.of(), body, "pr", Map.of("x-email", email));
    }

    private Answer put(String list, String body, Map<String, String> headers) throws IOException {
        return call(directory, PUT_LIST, Map.of("list", list), body, "ops", headers);
    }

    private static Answer get(RequestHandler<?, ?> handler, String route, String query)
            throws IOException {
        return call(handler, route, Map.of(), "", "pr", Map.of("x-query", query));
    }

    /// Calls a handler as API Gateway does, and compares its response with the description.
    private static Answer call(
            RequestHandler<?, ?> handler,
            String route,
            Map<String, String> path,
            String body,
            String role,
            Map<String, String> headers)
            throws IOException {
        Map<String, String> sent = new HashMap<>(Map.of("content-type", "application/json"));
        sent.putAll(headers);
        Map<String, Object> requestContext = new HashMap<>();
        requestContext.put("http", Map.of("method", route.split(" ", 2)[0]));
        if (!role.isEmpty()) {
            Map<String, String> claims =
                    Map.of(
                            "email",
                            sent.getOrDefault("x-email", "somebody@sample-medtech.example"),
                            "cognito:groups",
                            "[%s]".formatted(role));
            requestContext.put("authorizer", Map.of("jwt", Map.of("claims", claims)));
        }
        Map<String, Object> event =
                Map.of(
                        "routeKey",
                        route,
                        "rawPath",
                        route.split(" ", 2)[1],
                        "rawQueryString",
                        sent.getOrDefault("x-query", ""),
                        "headers",
                        sent,
                        "pathParameters",
                        path,
                        "requestContext",
                        requestContext,
                        "body",
                        body);
        Answer answer =
                Answer.read(
                        LambdaHandler.of(handler)
                                .call(Json.write(event), SimulatedContext.context()));
        assertThat(answer.differences(route)).as("%s %d", route, answer.status()).isEmpty();
        return answer;
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(EmbeddedTable.create().environment());
        environment.put("BUS_NAME", "there-is-none");
        environment.put("PAGE_READER", "there-is-none");
        environment.put("COMPANY_COLOR", "#0b57b8");
        environment.put("PING_QUEUE_URL", "http://127.0.0.1:1/there-is-none");
        environment.put("ROLES_CLAIM", "cognito:groups");
        environment.put("REQUIRE_VERIFIED_EMAIL", "false");
        environment.put("OIDC_ISSUER", "https://sign-in.example/company");
        environment.put("OIDC_CLIENT_ID", "the-page");
        environment.put("OIDC_ORIGINS", "https://tokens.example/oauth2");
        environment.put("LINK_KEY_SECRET", "there-is-none");
        return environment;
    }

    private static String sample(String list) throws IOException {
        return Files.readString(
                Repository.root().resolve("events/sample-company/%s.json".formatted(list)));
    }

    private static String submission() {
        return API.examples().stream()
                .filter(each -> each.at().endsWith("/newsMention"))
                .map(each -> Json.write(each.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj("{\"id\": \"s%1$d\", \"name\": \"S\"}"::formatted)
                .collect(Collectors.joining(", ", "{\"items\": [", "]}"));
    }

    /// A handler's response to API Gateway.
    private record Answer(int status, Map<String, Object> headers, String text) {

        static Answer read(String payload) {
            JsonNode answer = Json.read(payload);
            return new Answer(
                    answer.path("statusCode").intValue(),
                    ApiDescription.map(plain(answer.path("headers"))),
                    answer.path("body").asText());
        }

        private static Object plain(JsonNode json) {
            return Json.bind(json, Object.class).orElse(Map.of());
        }

        JsonNode body() {
            return Json.read(text);
        }

        /// The fields named in a problem.
        Set<String> fields() {
            return body().path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asText())
                    .collect(Collectors.toSet());
        }

        List<String> differences(String route) {
            Map<String, Object> described = API.answer(route, status).orElse(Map.of());
            if (described.isEmpty()) {
                return List.of("the status is not described: " + text);
            }
            List<String> missing =
                    API.requiredHeaders(described).stream()
                            .filter(name -> !headers.containsKey(name.toLowerCase(Locale.ROOT)))
                            .map(name -> "the header %s is missing".formatted(name))
                            .toList();
            Map<String, Object> content = ApiDescription.map(described.get("content"));
            String type = String.valueOf(headers.get("content-type")).split(";", 2)[0];
            if (!missing.isEmpty() || content.isEmpty()) {
                return missing;
            }
            if (!content.containsKey(type)) {
                return List.of("the media type %s is not described".formatted(type));
            }
            return type.endsWith("json")
                    ? API.differences(API.schemaOf(content.get(type)), plain(body()))
                    : List.of();
        }
    }
}
