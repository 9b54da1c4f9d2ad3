package app.prtosales.functions.placementintake;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.SimulatedContext;
import app.prtosales.aws.json.Json;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import app.prtosales.local.edges.EmbeddedTable;
import app.prtosales.local.edges.LambdaHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The real handler on a table of its own, called the way API Gateway calls it.
final class IntakeApi {

    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    static final List<String> PR = List.of("pr");

    private final PlacementIntakeHandler handler;

    IntakeApi() {
        Map<String, String> environment = new LinkedHashMap<>(EmbeddedTable.create().environment());
        environment.put("BUS_NAME", "no-bus");
        environment.put("ROLES_CLAIM", "cognito:groups");
        environment.put("REQUIRE_VERIFIED_EMAIL", "false");
        environment.put("OIDC_ISSUER", "https://sign-in.example/company");
        environment.put("OIDC_CLIENT_ID", "the-page");
        environment.put("OIDC_ORIGINS", "https://tokens.example/oauth2");
        environment.put("PAGE_READER", "no-function");
        environment.put("COMPANY_COLOR", "#0b57b8");
        AwsApplication application = AwsApplication.from(environment, () -> NOW);
        this.handler = new PlacementIntakeHandler(application);
        List<Row> segments =
                Stream.of("health-systems", "ascs", "ambulatory", "payers", "life-sciences")
                        .map(id -> new Row(Map.of("id", id, "name", id)))
                        .toList();
        application
                .replaceList()
                .replace(
                        ListName.SEGMENTS,
                        segments,
                        Person.withEmail("ops@sample-medtech.example"),
                        new ReplaceList.Options(false, false));
        application
                .replaceList()
                .replace(
                        ListName.SEQUENCES,
                        List.of(
                                new Row(
                                        Map.of(
                                                "id", "cfo",
                                                "name", "CFO sequence",
                                                "owner", "Sample Owner",
                                                "ownerEmail", "cfo-owner@sample-medtech.example",
                                                "status", "active",
                                                "stages", "awareness;decision"))),
                        Person.withEmail("ops@sample-medtech.example"),
                        new ReplaceList.Options(false, false));
        application
                .replaceList()
                .replace(
                        ListName.REPS,
                        List.of(
                                new Row(
                                        Map.of(
                                                "id", "rep-001",
                                                "name", "Sample Rep",
                                                "email", "rep-001@sample-medtech.example",
                                                "zone", "America/Chicago",
                                                "segments", "payers",
                                                "employment", "employee",
                                                "active", "true"))),
                        Person.withEmail("ops@sample-medtech.example"),
                        new ReplaceList.Options(false, false));
    }

    /// @param headers the headers by lower-case name
    record Answer(int status, Map<String, @Nullable Object> headers, String body) {

        JsonNode json() {
            return Json.read(body);
        }

        /// The fields named in the answer's errors.
        List<String> wrongFields() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asText())
                    .toList();
        }

        /// The members of the JSON object in the body, as maps, lists and strings.
        @SuppressWarnings("unchecked") // a JSON object's keys are strings
        Map<String, @Nullable Object> members() {
            return Json.read(body, Map.class).orElseThrow();
        }
    }

    /// A story that is published a week from [#NOW], with nothing but the required fields.
    static Map<String, Object> submission() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", "https://a.example/story");
        body.put("outlet", "Sample Outlet");
        body.put("headline", "Waystar names new CFO as margins tighten");
        body.put("format", "news-mention");
        body.put("publishedAt", "2026-12-01T09:00");
        body.put("zone", "America/New_York");
        body.put("segments", List.of("payers"));
        body.put("note", "For payers.");
        return body;
    }

    Answer post(Map<String, ?> placement) {
        return call("POST /placements", Json.write(placement), PR, Map.of());
    }

    Answer get(String route, String query) {
        return call(route, query, "", PR, Map.of(), Map.of());
    }

    Answer show(String id) {
        return call("GET /placements/{id}", "", "", PR, Map.of(), Map.of("id", id));
    }

    /// Requests a file without signing in.
    Answer files(String route, Map<String, String> path, Map<String, String> headers) {
        return call(route, "", "", List.of(), headers, path);
    }

    /// Calls a route about a placement.
    Answer post(String route, String id, Map<String, ?> body, String role) {
        return call(route, "", Json.write(body), List.of(role), Map.of(), Map.of("id", id));
    }

    /// @param roles the caller's roles; empty for a caller who is not signed in
    /// @param headers the request's headers; `x-query` stands for the query string
    Answer call(String route, String body, List<String> roles, Map<String, String> headers) {
        return call(route, headers.getOrDefault("x-query", ""), body, roles, headers, Map.of());
    }

    private Answer call(
            String route,
            String query,
            String body,
            List<String> roles,
            Map<String, String> headers,
            Map<String, String> path) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("content-type", "application/json");
        sent.putAll(headers);
        Map<String, Object> claims =
                Map.of(
                        "email",
                        "pr@sample-medtech.example",
                        "cognito:groups",
                        "[" + String.join(" ", roles) + "]");
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("http", Map.of("method", route.split(" ", -1)[0], "path", "/"));
        context.put("stage", "$default");
        if (!roles.isEmpty()) {
            context.put("authorizer", Map.of("jwt", Map.of("claims", claims)));
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route);
        event.put("rawPath", "/");
        event.put("rawQueryString", query);
        event.put("headers", sent);
        event.put("requestContext", context);
        event.put("pathParameters", path);
        event.put("body", body);
        event.put("isBase64Encoded", false);
        return send(Json.write(event));
    }

    private Answer send(String event) {
        JsonNode payload =
                Json.read(LambdaHandler.of(handler).call(event, SimulatedContext.context()));
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        payload.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
        return new Answer(
                payload.path("statusCode").intValue(), headers, payload.path("body").asText());
    }
}
