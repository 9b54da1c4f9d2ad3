package app.prtosales.aws.http;

import app.prtosales.aws.Log;
import app.prtosales.placement.PlacementId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the API decided about a call, for the log: what it refused and why, what somebody changed,
/// and who exported a list or a week. Plain reads are in API Gateway's own log.
///
/// @param what `refused`, `changed` or `read`
/// @param fields the route, the status, and the ids of the caller and of the subject (I10)
record Decision(String what, Map<String, Object> fields) {

    /// Reads that export more than a screen shows.
    private static final Set<String> EXPORTS = Set.of("GET /directory/{list}", "GET /audit/export");

    /// Routes that write nothing, although they have a body.
    private static final Set<String> READ_ONLY =
            Set.of(
                    "POST /placements/lookup",
                    "POST /placements/preview",
                    "POST /placements/{id}/preview",
                    "POST /spreadsheets");

    private static final int REFUSED_FROM = 400;
    private static final int SERVER_ERROR_FROM = 500;

    /// @param caller supplies the caller's id; called only if a line is logged
    /// @return empty for a read that is not worth a line
    static Optional<Decision> of(
            HttpRequest request, Supplier<Optional<String>> caller, HttpResponse response) {
        String what;
        if (response.status() >= REFUSED_FROM) {
            what = "refused";
        } else if (mayChange(request)) {
            what = "changed";
        } else if (EXPORTS.contains(request.route())) {
            what = "read";
        } else {
            return Optional.empty();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("route", request.route());
        fields.put("status", response.status());
        caller.get().ifPresent(id -> fields.put("caller", id));
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
        return Optional.of(new Decision(what, fields));
    }

    private static boolean mayChange(HttpRequest request) {
        return switch (request.method()) {
            case "POST" -> !READ_ONLY.contains(request.route());
            // Only lists and imports have dry runs.
            case "PUT" -> !request.isOn("dryRun");
            default -> false;
        };
    }

    void tell(Log log) {
        if (fields.get("status") instanceof Integer status && status >= SERVER_ERROR_FROM) {
            log.error(what, fields);
        } else {
            log.info(what, fields);
        }
    }
}
