package app.prtosales.functions.placementintake;

import app.prtosales.aws.Log;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.Role;
import app.prtosales.change.ChangeOutcome;
import app.prtosales.change.ChangePlacement;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.history.Person;
import app.prtosales.overview.ShowPlacement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import com.amazonaws.services.lambda.runtime.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens to a placement after it was accepted: `POST /placements/{id}/…`, one change each.
final class ChangeRoutes {

    static final Set<Role> PR_AND_OPS = Set.of(Role.PR, Role.OPS);

    private static final String REASON = "reason";
    private static final String UNKNOWN = "There is no placement with this id.";

    private final ChangePlacement change;
    private final ShowPlacement showPlacement;

    ChangeRoutes(ChangePlacement change, ShowPlacement showPlacement) {
        this.change = change;
        this.showPlacement = showPlacement;
    }

    /// PR answers for what is said; ops, who mends addresses, may also send again.
    static Set<Role> rolesFor(String route) {
        return route.endsWith("/resend") ? PR_AND_OPS : Set.of(Role.PR);
    }

    HttpResponse answer(HttpRequest request, Caller caller, Context context) {
        Optional<PlacementId> id = id(request);
        if (id.isEmpty()) {
            return ProblemJson.notFound(UNKNOWN).response();
        }
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) ->
                    answer(
                            request.route(),
                            id.get(),
                            body,
                            Person.withEmail(caller.email()),
                            context);
        };
    }

    static Optional<PlacementId> id(HttpRequest request) {
        return request.pathParameter("id").filter(PlacementId::isValid).map(PlacementId::new);
    }

    private HttpResponse answer(
            String route, PlacementId id, JsonObject body, Person by, Context context) {
        return switch (route.substring(route.lastIndexOf('/') + 1)) {
            case "withdrawal" -> {
                Fields fields = new Fields(body, REASON);
                yield fields.wrong()
                        .orElseGet(
                                () -> shown(change.withdraw(id, fields.text(REASON), by), context));
            }
            case "retraction" -> {
                Fields fields = new Fields(body, REASON);
                yield fields.wrong()
                        .orElseGet(
                                () -> shown(change.retract(id, fields.text(REASON), by), context));
            }
            case "resend" -> {
                Fields fields = new Fields(body, REASON);
                yield fields.wrong()
                        .orElseGet(
                                () -> shown(change.resend(id, fields.text(REASON), by), context));
            }
            case "publication" -> {
                Fields fields = new Fields(body, "publishedAt", "zone", REASON);
                yield fields.wrong()
                        .orElseGet(() ->
                                shown(
                                        change.move(
                                                id,
                                                fields.text("publishedAt"),
                                                fields.text("zone"),
                                                fields.text(REASON),
                                                by),
                                        context));
            }
            case "exemption" -> {
                Fields fields = new Fields(body, "question", "name", REASON);
                yield fields.wrong()
                        .orElseGet(() ->
                                shown(
                                        change.exempt(
                                                id,
                                                fields.text("question"),
                                                fields.text(REASON),
                                                fields.text("name"),
                                                by),
                                        context));
            }
            case "forwardability" -> {
                Fields fields = new Fields(body, "forwardability", REASON);
                yield fields.wrong()
                        .orElseGet(() ->
                                shown(
                                        change.turn(
                                                id,
                                                fields.text("forwardability"),
                                                fields.text(REASON),
                                                by),
                                        context));
            }
            case "copies" -> {
                Fields fields = new Fields(body, "url", "outlet", REASON);
                yield fields.wrong()
                        .orElseGet(() ->
                                shown(
                                        change.attachCopy(
                                                id,
                                                fields.text("url"),
                                                fields.text("outlet"),
                                                fields.text(REASON),
                                                by),
                                        context));
            }
            case "correction" -> correction(id, body, by, context);
            default -> ProblemJson.notFound("There is no such change.").response();
        };
    }

    private HttpResponse correction(PlacementId id, JsonObject body, Person by, Context context) {
        List<String> known = new ArrayList<>(CorrectionRequest.TEXTS);
        known.addAll(List.of("segments", "personas", REASON));
        body.onlyKnows(known);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : CorrectionRequest.TEXTS) {
            @Nullable String text = body.text(name);
            if (text != null) {
                texts.put(name, text);
            }
        }
        CorrectionRequest request =
                new CorrectionRequest(
                        texts,
                        body.has("segments") ? body.texts("segments") : null,
                        body.has("personas") ? body.texts("personas") : null,
                        body.text(REASON));
        List<FieldError> errors = body.problems().asList();
        return errors.isEmpty()
                ? shown(change.correct(id, request, by), context)
                : ProblemJson.invalid(errors).response();
    }

    private HttpResponse shown(ChangeOutcome outcome, Context context) {
        return switch (outcome) {
            case ChangeOutcome.Changed(var placement, var warnings, var announced) -> {
                if (!announced) {
                    Log.of(context)
                            .warn(
                                    "the bus did not take the event; the timer sees to the mails",
                                    Map.of("placement", placement.id()));
                }
                yield shown(placement, warnings);
            }
            case ChangeOutcome.Unchanged(var placement) -> shown(placement, List.of());
            case ChangeOutcome.Conflict(var why, var existing) -> {
                ProblemJson problem = ProblemJson.of(409, "Not possible now", why);
                yield (existing == null
                                ? problem
                                : problem.with("existing", "/placements/" + existing.value())
                                        .with("id", existing.value()))
                        .response();
            }
            case ChangeOutcome.Invalid(var errors) -> ProblemJson.invalid(errors).response();
            case ChangeOutcome.NoSuchPlacement() -> ProblemJson.notFound(UNKNOWN).response();
        };
    }

    private HttpResponse shown(Placement placement, List<FieldError> warnings) {
        Map<String, @Nullable Object> json =
                new LinkedHashMap<>(PlacementJson.whole(showPlacement.show(placement)));
        json.put("warnings", PlacementJson.warnings(warnings));
        return HttpResponse.json(200, json);
    }

    /// The texts of a body, and whether it has others.
    private record Fields(Map<String, String> texts, List<FieldError> errors) {

        Fields(JsonObject body, String... known) {
            this(read(body, known), body.problems().asList());
        }

        private static Map<String, String> read(JsonObject body, String... known) {
            body.onlyKnows(List.of(known));
            Map<String, String> texts = new LinkedHashMap<>();
            for (String name : known) {
                @Nullable String text = body.text(name);
                if (text != null) {
                    texts.put(name, text);
                }
            }
            return texts;
        }

        @Nullable String text(String name) {
            return texts.get(name);
        }

        Optional<HttpResponse> wrong() {
            return errors.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ProblemJson.invalid(errors).response());
        }
    }
}
