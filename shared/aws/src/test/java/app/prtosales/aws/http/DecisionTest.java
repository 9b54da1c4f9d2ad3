package app.prtosales.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.local.edges.LambdaHandler;
import app.prtosales.text.ContentPolicy;
import app.prtosales.text.FieldError;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    private static final String ANN = Person.idOf("ann@example.com");

    @Test
    void a_refusal_logs_the_route_the_caller_the_placement_and_the_reason() {
        HttpResponse refused =
                ProblemJson.of(403, "Forbidden", "Ann Example needs the role pr.").response();

        assertThat(
                        Decision.of(
                                request("POST /placements/{id}/resend", "id", "a1"),
                                DecisionTest::ann,
                                refused))
                .contains(
                        new Decision(
                                "refused",
                                Map.of(
                                        "route", "POST /placements/{id}/resend",
                                        "status", 403,
                                        "caller", ANN,
                                        "placement", "a1",
                                        "why", "Forbidden")));
    }

    @Test
    void for_bad_fields_the_log_has_their_names_and_not_their_values() {
        HttpResponse refused =
                ProblemJson.invalid(
                                List.of(
                                        new FieldError("items[3].email", "ann is not an address"),
                                        new FieldError("Ann Example", "is not known")))
                        .response();

        assertThat(
                        Decision.of(
                                request("PUT /directory/{list}", "list", "reps"),
                                DecisionTest::ann,
                                refused))
                .get()
                .extracting(decision -> decision.fields().get("fields"))
                .isEqualTo("items[3].email");
    }

    @Test
    void a_bad_link_is_logged_without_the_link_or_a_person() {
        HttpResponse page =
                HttpResponse.html(404, "<p>This link does not work</p>", ContentPolicy.ofPage(""));

        assertThat(
                        Decision.of(
                                request("GET /r/{token}", "token", "1.a.b.c"),
                                Optional::empty,
                                page))
                .contains(
                        new Decision("refused", Map.of("route", "GET /r/{token}", "status", 404)));
    }

    @Test
    void a_change_logs_the_details_that_its_answer_noted() {
        HttpResponse accepted = HttpResponse.json(201, Map.of()).noting("placement", "a2");

        assertThat(Decision.of(request("POST /placements", "x", "y"), DecisionTest::ann, accepted))
                .contains(
                        new Decision(
                                "changed",
                                Map.of(
                                        "route",
                                        "POST /placements",
                                        "status",
                                        201,
                                        "caller",
                                        ANN,
                                        "placement",
                                        "a2")));
    }

    @Test
    void downloads_of_lists_and_exports_are_logged_and_other_reads_are_not() {
        HttpResponse fine = HttpResponse.json(200, Map.of());

        assertThat(
                        Decision.of(
                                request("GET /directory/{list}", "list", "reps"),
                                DecisionTest::ann,
                                fine))
                .contains(
                        new Decision(
                                "read",
                                Map.of(
                                        "route",
                                        "GET /directory/{list}",
                                        "status",
                                        200,
                                        "caller",
                                        ANN,
                                        "list",
                                        "reps")));
        assertThat(Decision.of(request("GET /audit/export", "x", "y"), DecisionTest::ann, fine))
                .isPresent();
        assertThat(
                        Decision.of(
                                request("GET /placements/{id}", "id", "a1"),
                                DecisionTest::ann,
                                fine))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /placements/lookup",
                "POST /placements/preview",
                "POST /placements/{id}/preview",
                "POST /spreadsheets"
            })
    void a_call_that_changes_nothing_is_not_logged_as_a_change(String route) {
        assertThat(
                        Decision.of(
                                request(route, "x", "y"),
                                DecisionTest::ann,
                                HttpResponse.json(200, Map.of())))
                .isEmpty();
    }

    @Test
    void an_answer_from_a_link_is_a_change_whatever_its_query_says() {
        APIGatewayV2HTTPEvent event = event("POST /r/{token}", "token", "t");
        event.setRawQueryString("dryRun=true");

        assertThat(
                        Decision.of(
                                new HttpRequest(event),
                                DecisionTest::ann,
                                HttpResponse.json(200, Map.of())))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"dryRun=true, false", "dryRun, false", "dryRun=false, true"})
    void only_a_dry_run_is_not_logged_as_a_change(String query, boolean logged) {
        APIGatewayV2HTTPEvent event = event("PUT /directory/{list}", "list", "reps");
        event.setRawQueryString(query);

        assertThat(
                        Decision.of(
                                        new HttpRequest(event),
                                        DecisionTest::ann,
                                        HttpResponse.json(200, Map.of()))
                                .isPresent())
                .isEqualTo(logged);
    }

    private static Optional<String> ann() {
        return Optional.of(ANN);
    }

    private static HttpRequest request(String route, String parameter, String value) {
        return new HttpRequest(event(route, parameter, value));
    }

    private static APIGatewayV2HTTPEvent event(String route, String parameter, String value) {
        String event =
                """
                {"version": "2.0", "routeKey": "%s", "rawPath": "/", "pathParameters": {"%s": "%s"},
                 "requestContext": {"http": {"method": "%s"}, "stage": "$default"}}
                """
                        .formatted(route, parameter, value, route.substring(0, route.indexOf(' ')));
        return LambdaHandler.event(APIGatewayV2HTTPEvent.class, event);
    }
}
