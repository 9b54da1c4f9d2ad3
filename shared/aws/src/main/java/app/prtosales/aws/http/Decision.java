package app.prtosales.aws.http;

import app.prtosales.aws.Log;
import app.prtosales.aws.json.Json;
import app.prtosales.placement.PlacementId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What the API decided on a call, for the log: what it refused and why, what somebody changed, and
/// who took a list or an export out. Plain reads are in the gateway's own log.
///
/// @param what `refused`, `changed` or `read`
/// @param fields the route, the status, and the ids of the caller and of what it was about (I10)
record Decision(String what, Map<String, Object> fields) {

    /// Reads that take more out than one screen shows.
    private static final Set<String> TAKEN_OUT =
            Set.of("GET /directory/{list}", "GET /audit/export");

    /// A field of ours, such as `items[3].email`; an unknown one is a text that somebody wrote.
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9.\\[\\]-]{0,39}");

    private static final int MOST_FIELDS = 10;
    private static final int REFUSED_FROM = 400;
    private static final int BROKEN_FROM = 500;

    /// @param caller the id of whoever is signed in
    /// @return empty for a read that is not worth a line
    static Optional<Decision> of(
            HttpRequest request, Optional<String> caller, HttpResponse response) {
        String what;
        if (response.status() >= REFUSED_FROM) {
            what = "refused";
        } else if (request.method().equals("POST") || request.method().equals("PUT")) {
            what = "changed";
        } else if (TAKEN_OUT.contains(request.route())) {
            what = "read";
        } else {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("route", request.route());
        fields.put("status", response.status());
        caller.ifPresent(id -> fields.put("caller", id));
        request.pathParameter("id")
                .filter(PlacementId::isValid)
                .ifPresent(id -> fields.put("placement", id));
        request.pathParameter("list")
                .filter(list -> list.matches("[a-z]{1,20}"))
                .ifPresent(list -> fields.put("list", list));
        request.query("week")
                .filter(week -> week.matches("[0-9]{4}-W[0-9]{2}"))
                .ifPresent(week -> fields.put("week", week));
        request.query("dryRun").ifPresent(dry -> fields.put("dryRun", request.isOn("dryRun")));
        fields.putAll(response.noted());
        fields.putAll(why(response));
        return Optional.of(new Decision(what, fields));
    }

    void tell(Log log) {
        if (fields.get("status") instanceof Integer status && status >= BROKEN_FROM) {
            log.error(what, fields);
        } else {
            log.info(what, fields);
        }
    }

    /// The title of a problem, which is the same for all of a kind, and the names of the fields;
    /// never its detail, which may repeat what somebody typed.
    private static Map<String, Object> why(HttpResponse response) {
        if (!"application/problem+json".equals(response.headers().get("content-type"))) {
            return Map.of();
        }
        JsonNode problem = Json.read(response.body());
        Map<String, Object> why = new LinkedHashMap<>();
        why.put("why", problem.path("title").asText());
        if (problem.has("errors")) {
            why.put(
                    "fields",
                    StreamSupport.stream(problem.path("errors").spliterator(), false)
                            .map(error -> error.path("field").asText())
                            .filter(field -> FIELD.matcher(field).matches())
                            .limit(MOST_FIELDS)
                            .collect(Collectors.joining(" ")));
        }
        return why;
    }
}
