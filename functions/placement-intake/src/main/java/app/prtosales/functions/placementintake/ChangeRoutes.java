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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What happens to a placement after it was accepted: `POST /placements/{id}/…`, one change each.
final class ChangeRoutes {

    static final Set<Role> PR_AND_OPS = Set.of(Role.PR, Role.OPS);

    private static final String REASON = "reason";

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
            return noSuchPlacement();
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

    static HttpResponse noSuchPlacement() {
        return ProblemJson.notFound("There is no placement with this id.").response();
    }

    static Optional<PlacementId> id(HttpRequest request) {
        return request.pathParameter("id").filter(PlacementId::isValid).map(PlacementId::new);
    }

    private HttpResponse answer(
            String route, PlacementId id, JsonObject body, Person by, Context context) {
        return switch (route.substring(route.lastIndexOf('/') + 1)) {
            case "withdrawal" ->
                    changed(
                            context,
                            new Fields(body, REASON),
                            with -> change.withdraw(id, with.text(REASON), by));
            case "retraction" ->
                    changed(
                            context,
                            new Fields(body, REASON),
                            with -> change.retract(id, with.text(REASON), by));
            case "resend" ->
                    changed(
                            context,
                            new Fields(body, REASON),
                            with -> change.resend(id, with.text(REASON), by));
            case "publication" ->
                    changed(
                            context,
                            new Fields(body, "publishedAt", "zone", REASON),
                            with ->
                                    change.move(
                                            id,
                                            with.text("publishedAt"),
                                            with.text("zone"),
                                            with.text(REASON),
                                            by));
            case "exemption" ->
                    changed(
                            context,
                            new Fields(body, "question", "name", REASON),
                            with ->
                                    change.exempt(
                                            id,
                                            with.text("question"),
                                            with.text(REASON),
                                            with.text("name"),
                                            by));
            case "forwardability" ->
                    changed(
                            context,
                            new Fields(body, "forwardability", "from", REASON),
                            with ->
                                    change.turn(
                                            id,
                                            with.text("forwardability"),
                                            with.text("from"),
                                            with.text(REASON),
                                            by));
            case "copies" ->
                    changed(
                            context,
                            new Fields(body, "url", "outlet", REASON),
                            with ->
                                    change.attachCopy(
                                            id,
                                            with.text("url"),
                                            with.text("outlet"),
                                            with.text(REASON),
                                            by));
            case "shelf-life" ->
                    changed(
                            context,
                            new Fields(body, "until", REASON),
                            with -> change.renew(id, with.text("until"), with.text(REASON), by));
            case "correction" -> correction(id, body, by, context);
            default -> ProblemJson.notFound("There is no such change.").response();
        };
    }

    private HttpResponse changed(
            Context context, Fields fields, Function<Fields, ChangeOutcome> change) {
        return fields.errors().isEmpty()
                ? shown(change.apply(fields), context)
                : ProblemJson.invalid(fields.errors()).response();
    }

    private HttpResponse correction(PlacementId id, JsonObject body, Person by, Context context) {
        List<String> known = new ArrayList<>(CorrectionRequest.TEXTS);
        known.addAll(List.of("segments", "personas", "backfill", REASON));
        body.onlyKnows(known);
        if (body.has("backfill")) {
            body.problems()
                    .add(
                            "backfill",
                            "cannot be corrected: it decided whether reps were mailed. Withdraw or"
                                    + " retract it, and submit it again");
        }
        CorrectionRequest request =
                new CorrectionRequest(
                        textsOf(body, CorrectionRequest.TEXTS),
                        body.has("segments") ? body.texts("segments") : null,
                        body.has("personas") ? body.texts("personas") : null,
                        body.text(REASON));
        List<FieldError> errors = body.problems().asList();
        return errors.isEmpty()
                ? shown(change.correct(id, request, by), context)
                : ProblemJson.invalid(errors).response();
    }

    /// Those that the body has.
    private static Map<String, String> textsOf(JsonObject body, List<String> names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            @Nullable String text = body.text(name);
            if (text != null) {
                texts.put(name, text);
            }
        }
        return texts;
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
            case ChangeOutcome.NoSuchPlacement() -> noSuchPlacement();
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
            return textsOf(body, List.of(known));
        }

        @Nullable String text(String name) {
            return texts.get(name);
        }
    }
}
