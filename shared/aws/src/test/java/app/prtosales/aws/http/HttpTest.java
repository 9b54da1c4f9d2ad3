package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.json.Json;
import app.prtosales.local.edges.LambdaHandler;
import app.prtosales.text.ContentPolicy;
import app.prtosales.text.FieldError;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {

    private final Access access = new Access("roles", RoleGroups.namedLikeRoles(), false);

    @Test
    void a_request_is_read_from_payload_format_2() {
        HttpRequest request =
                request(
                        """
                        {"version": "2.0", "routeKey": "GET /placements/{id}",
                         "rawPath": "/placements/p1",
                         "rawQueryString": "persona=CFO&q=a%20b%26c&persona=IT&flag&bad=%zz",
                         "headers": {"Accept": "text/html", "host": "api.example"},
                         "pathParameters": {"id": "p1"},
                         "requestContext": {"http": {"method": "GET"}, "stage": "$default"},
                         "isBase64Encoded": false}
                        """);

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/placements/p1");
        assertThat(request.route()).isEqualTo("GET /placements/{id}");
        assertThat(request.pathParameter("id")).contains("p1");
        assertThat(request.pathParameter("other")).isEmpty();
        assertThat(request.query("persona")).contains("CFO");
        assertThat(request.query("q")).contains("a b&c");
        assertThat(request.query("flag")).contains("");
        assertThat(request.query("bad")).isEmpty();
        assertThat(request.header("ACCEPT")).contains("text/html");
        assertThat(request.baseUrl()).isEqualTo("https://api.example");
        assertThat(request.bodyText()).isEmpty();
    }

    @Test
    void an_error_about_a_row_of_a_file_names_another_row_by_its_line_too() {
        FieldError same = new FieldError("items[1].id", "“7” is also the ID in items[0]");

        assertThat(ProblemJson.invalidRows(List.of(same), List.of(2L, 5L)).response().body())
                .contains("“7” is also the ID in line 2", "\"line\":5");
        assertThat(ProblemJson.invalidRows(List.of(same), List.of()).response().body())
                .contains("in items[0]");
    }

    @Test
    void text_that_an_error_quotes_from_a_cell_is_not_rewritten() {
        FieldError quoted =
                new FieldError("items[0].id", "“items[1] $1” is also the ID in items[1]");

        assertThat(ProblemJson.invalidRows(List.of(quoted), List.of(2L, 5L)).response().body())
                .contains("“items[1] $1” is also the ID in line 5");
    }

    @Test
    void a_bodys_length_is_counted_as_a_string_in_json() {
        String body = Json.write(Map.of("name", "Zoë \"Z\" \\ Sample"));

        assertThat(HttpResponse.length(body))
                .isEqualTo(Json.write(body).getBytes(UTF_8).length - "\"\"".length());
        assertThat(HttpResponse.length("\u0001")).isEqualTo("\\u0001".length());
    }

    @Test
    void errors_of_rows_are_cut_off_where_the_response_would_get_too_long_and_counted() {
        List<FieldError> errors =
                Collections.nCopies(
                        10_000, new FieldError("items[9999].stage", "\"Step\", ".repeat(60)));

        String body = ProblemJson.invalidRows(errors, List.of()).response().body();

        assertThat(HttpResponse.length(body)).isBetween(3_500_000, 4_100_000);
        assertThat(body).contains("\"errorCount\":10000");
    }

    @Test
    void if_there_are_more_errors_than_an_answer_holds_every_bad_row_is_named_once() {
        List<FieldError> errors =
                IntStream.range(0, 60_000)
                        .mapToObj(i ->
                                new FieldError(
                                        "items[%d].column%d".formatted(i / 6, i % 6), "Fix it"))
                        .toList();

        List<FieldError> listed = ProblemJson.firstOfRows(errors);

        assertThat(listed).hasSize(10_000);
        assertThat(listed.getLast().field()).isEqualTo("items[9999].column0");
        assertThat(ProblemJson.invalidRows(errors, List.of()).response().body())
                .contains(
                        "\"errorCount\":60000",
                        "Please fix 60000 fields. One for each row is listed, for 10000 rows.");
    }

    @Test
    void the_stage_is_part_of_the_base_url_and_not_of_the_path() {
        HttpRequest request =
                request(
                        """
                        {"rawPath": "/prod/placements", "headers": {"host": "api.example"},
                         "requestContext": {"stage": "prod"}}
                        """);

        assertThat(request.path()).isEqualTo("/placements");
        assertThat(request.baseUrl()).isEqualTo("https://api.example/prod");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http, http://localhost:8080",
        "api.example, https, https://api.example",
        "evil.example/x, https, https://gateway.example",
        "'evil\"<script>', https, https://gateway.example",
    })
    void the_base_url_is_built_only_from_the_host(String host, String scheme, String baseUrl) {
        HttpRequest request =
                request(
                        """
                        {"rawPath": "/", "headers": {"Host": %s, "X-Forwarded-Proto": "%s"},
                         "requestContext": {"domainName": "gateway.example"}}
                        """
                                .formatted(Json.write(host), scheme));

        assertThat(request.baseUrl()).isEqualTo(baseUrl);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip                     | true
                    gzip, deflate, br, zstd  | true
                    br;q=1.0, GZIP;q=0.5, *  | true
                    br , gzip                | true
                    *                        | true
                    gzip;q=0, *              | false
                    gzip; Q=0.000            | false
                    *;q=0                    | false
                    gzip;q=0                 | false
                    br, gzip ; q=0.00, zstd  | false
                    br                       | false
                    x-gzipped                | false
                    ''                       | false
                    """)
    void compression_is_only_for_callers_that_accept_gzip(String accepted, boolean isAccepted) {
        assertThat(
                        request("{\"headers\": {\"Accept-Encoding\": \"%s\"}}".formatted(accepted))
                                .acceptsGzip())
                .isEqualTo(isAccepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                  | application/json
                    */*                                                 | application/json
                    text/csv                                            | text/csv
                    TEXT/CSV; charset=utf-8                             | text/csv
                    text/csv, */*                                       | text/csv
                    text/*                                              | text/csv
                    text/csv;q=0.1, application/json                    | application/json
                    application/json;q=0.5, text/csv                    | text/csv
                    text/csv, application/json                          | application/json
                    text/csv;q=0                                        | application/json
                    application/json;q=0, */*                           | text/csv
                    text/csv;q=0, text/*;q=0.9, application/json;q=0.1  | text/html
                    text/html,application/xhtml+xml,*/*;q=0.8           | text/html
                    image/png                                           | application/json
                    text/csv-schema                                     | application/json
                    ,;q=,text/csv;q=x                                   | text/csv
                    """)
    void the_answer_has_the_acceptable_media_type_with_the_highest_weight(
            String accepted, String mediaType) {
        assertThat(
                        request("{\"headers\": {\"Accept\": \"%s\"}}".formatted(accepted))
                                .preferred("application/json", "text/csv", "text/html"))
                .isEqualTo(mediaType);
    }

    @Test
    void a_form_in_base64_is_decoded() {
        HttpRequest request =
                request(
                        """
                        {"headers": {"content-type": "application/x-www-form-urlencoded"},
                         "body": "YWN0aW9uPXVzZWQmYWNjb3VudD1TdC4rTWFyeSdz", "isBase64Encoded": true}
                        """);

        assertThat(request.formField("account")).contains("St. Mary's");
    }

    @Test
    void without_a_token_the_answer_is_that_of_the_gateway() {
        HttpResponse response =
                access.oneOf(EnumSet.allOf(Role.class), request("{}"), HttpTest::unreachable);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(response.noted()).containsEntry("why", "no token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"roles\": \"ops\"", "\"roles\": \"ops\", \"email\": \"\""})
    void a_token_without_an_address_identifies_nobody(String claims) {
        HttpResponse response =
                access.oneOf(EnumSet.allOf(Role.class), signedIn(claims), HttpTest::unreachable);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.noted()).containsEntry("why", "the token has no email");
    }

    @Test
    void the_wrong_role_gets_403_with_the_required_role() {
        HttpRequest request = signedIn("\"email\": \"a@b\", \"roles\": \"leadership\"");

        HttpResponse one = access.oneOf(Set.of(Role.OPS), request, HttpTest::unreachable);
        HttpResponse two =
                access.oneOf(Set.of(Role.SEQUENCE_OWNER, Role.OPS), request, HttpTest::unreachable);

        assertThat(one.status()).isEqualTo(403);
        assertThat(one.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(Json.read(one.body()).path("detail").asText())
                .isEqualTo("This needs the role ops.");
        assertThat(Json.read(two.body()).path("detail").asText())
                .isEqualTo("This needs one of the roles ops, sequence-owner.");
    }

    @Test
    void a_caller_with_the_role_is_answered() {
        HttpRequest request = signedIn("\"email\": \"a@b\", \"roles\": \"ops\"");

        assertThat(
                        access.oneOf(
                                Set.of(Role.OPS),
                                request,
                                caller -> HttpResponse.text(200, caller.email())))
                .isEqualTo(HttpResponse.text(200, "a@b"));
    }

    @Test
    void a_response_is_written_in_payload_format_2_with_the_security_headers() {
        APIGatewayV2HTTPResponse answer =
                serve("GET", request -> HttpResponse.json(200, List.of("a")));

        assertThat(answer)
                .isEqualTo(
                        APIGatewayV2HTTPResponse.builder()
                                .withStatusCode(200)
                                .withHeaders(
                                        Map.of(
                                                "cache-control", "no-store",
                                                "content-type", "application/json",
                                                "referrer-policy", "no-referrer",
                                                "strict-transport-security", "max-age=31536000",
                                                "x-content-type-options", "nosniff"))
                                .withBody("[\"a\"]")
                                .withIsBase64Encoded(false)
                                .build());
    }

    @Test
    void a_head_is_answered_like_a_get_without_its_body() {
        APIGatewayV2HTTPResponse answer = serve("HEAD", request -> HttpResponse.text(200, "hello"));

        assertThat(answer.getBody()).isEmpty();
        assertThat(answer.getHeaders()).containsEntry("content-type", "text/plain; charset=utf-8");
    }

    @Test
    void an_empty_event_is_answered_with_not_found() {
        assertThat(
                        Http.serve(null, request -> HttpResponse.text(404, request.toString()))
                                .getBody())
                .isEqualTo("request ");
        assertThat(request("{}").path()).isEqualTo("/");
        assertThat(request("{}").baseUrl()).isEqualTo("https://localhost");
        assertThat(request("{}").query("q")).isEmpty();
    }

    @Test
    void an_unexpected_exception_is_not_caught() {
        assertThatThrownBy(() ->
                        serve(
                                "GET",
                                request -> {
                                    throw new IllegalStateException("broken");
                                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_page_declares_what_may_run_in_it() {
        ContentPolicy policy = ContentPolicy.ofSite(List.of());

        assertThat(HttpResponse.html(200, "<p>Hi", policy).headers())
                .containsEntry("content-security-policy", policy.header());
    }

    @Test
    void no_header_can_be_split() {
        assertThatThrownBy(() -> HttpResponse.redirect("/a\r\nset-cookie: x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_error_response_names_every_bad_field() {
        HttpResponse response =
                ProblemJson.invalid(
                                List.of(
                                        new FieldError("note", "is required"),
                                        new FieldError("zone", "is unknown")))
                        .with("existing", "p1")
                        .response();

        assertThat(response.body())
                .isEqualTo(
                        "{\"title\":\"Invalid fields\",\"status\":422,"
                                + "\"detail\":\"Please fix 2 fields.\",\"errors\":["
                                + "{\"field\":\"note\",\"message\":\"is required\"},"
                                + "{\"field\":\"zone\",\"message\":\"is unknown\"}],"
                                + "\"existing\":\"p1\"}");
    }

    @Test
    void a_body_falsely_declared_as_base64_is_a_bad_request() {
        APIGatewayV2HTTPEvent event =
                LambdaHandler.event(
                        APIGatewayV2HTTPEvent.class,
                        "{\"isBase64Encoded\": true, \"body\": \"not base64!\"}");

        assertThat(
                        Http.serve(
                                        event,
                                        request -> {
                                            throw new AssertionError("nobody may get here");
                                        })
                                .getStatusCode())
                .isEqualTo(400);
    }

    private static HttpResponse unreachable(Caller caller) {
        throw new AssertionError("nobody may get here");
    }

    private static HttpRequest signedIn(String claims) {
        return request(
                "{\"requestContext\": {\"authorizer\": {\"jwt\": {\"claims\": {%s}}}}}"
                        .formatted(claims));
    }

    private static HttpRequest request(String event) {
        return new HttpRequest(LambdaHandler.event(APIGatewayV2HTTPEvent.class, event));
    }

    private static APIGatewayV2HTTPResponse serve(
            String method, Function<HttpRequest, HttpResponse> answer) {
        String event = "{\"requestContext\": {\"http\": {\"method\": \"%s\"}}}".formatted(method);
        return Http.serve(LambdaHandler.event(APIGatewayV2HTTPEvent.class, event), answer);
    }
}
