package app.prtosales.functions.placementintake;

import app.prtosales.aws.Log;
import app.prtosales.aws.http.Call;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.change.ChangeOutcome;
import app.prtosales.change.ChangePlacement;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.change.Seen;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes to an accepted placement: `POST /placements/{id}/…`, one route per change.
final class ChangeRoutes {

    private static final String REASON = "reason";

    /// Whether an exemption is undone.
    private static final String UNDO = "undo";

    /// What the sender saw before the change.
    private static final String FROM = "from";

    private final ChangePlacement change;
    private final ShowPlacement showPlacement;

    ChangeRoutes(ChangePlacement change, ShowPlacement showPlacement) {
        this.change = change;
        this.showPlacement = showPlacement;
    }

    HttpResponse withdraw(Call call) {
        return changed(
                call,
                List.of(REASON),
                (it, id, with, by) -> it.withdraw(id, with.text(REASON), by));
    }

    HttpResponse retract(Call call) {
        return changed(
                call, List.of(REASON), (it, id, with, by) -> it.retract(id, with.text(REASON), by));
    }

    HttpResponse resend(Call call) {
        return changed(
                call, List.of(REASON), (it, id, with, by) -> it.resend(id, with.text(REASON), by));
    }

    HttpResponse move(Call call) {
        return changed(
                call,
                List.of("publishedAt", "zone", REASON),
                List.of("publishedAt", "zone"),
                (it, id, with, by) ->
                        it.basedOn(with.seen())
                                .move(
                                        id,
                                        with.text("publishedAt"),
                                        with.text("zone"),
                                        with.text(REASON),
                                        by));
    }

    HttpResponse exempt(Call call) {
        return ofPlacement(call, (id, body) -> exemption(id, body, call));
    }

    HttpResponse choose(Call call) {
        return changed(
                call,
                List.of("sequence", "stage", REASON),
                (it, id, with, by) ->
                        it.choose(
                                id,
                                with.text("sequence"),
                                with.text("stage"),
                                with.text(REASON),
                                by));
    }

    HttpResponse turn(Call call) {
        return changed(
                call,
                List.of("forwardability", FROM, REASON),
                (it, id, with, by) ->
                        it.turn(
                                id,
                                with.text("forwardability"),
                                with.text(FROM),
                                with.text(REASON),
                                by));
    }

    HttpResponse attachCopy(Call call) {
        return changed(
                call,
                List.of("url", "outlet", REASON),
                (it, id, with, by) ->
                        it.attachCopy(
                                id, with.text("url"), with.text("outlet"), with.text(REASON), by));
    }

    HttpResponse renew(Call call) {
        return changed(
                call,
                List.of("until", REASON),
                List.of("expiresAt"),
                (it, id, with, by) ->
                        it.basedOn(with.seen())
                                .renew(id, with.text("until"), with.text(REASON), by));
    }

    HttpResponse correct(Call call) {
        return ofPlacement(call, (id, body) -> correction(id, body, call));
    }

    /// A change of a placement, given the texts of the body.
    private interface Change {

        ChangeOutcome of(ChangePlacement it, PlacementId id, Fields with, Person by);
    }

    private HttpResponse changed(Call call, List<String> known, Change change) {
        return changed(call, known, List.of(), change);
    }

    /// @param seen the fields whose values before the change the body may name in `from`
    private HttpResponse changed(Call call, List<String> known, List<String> seen, Change change) {
        return ofPlacement(
                call,
                (id, body) -> {
                    Fields fields = Fields.read(body, known, seen);
                    return answer(
                            body, it -> change.of(it, id, fields, person(call)), call.context());
                });
    }

    /// Makes the change, unless the body has unknown fields or wrong types: then these are named
    /// together with what else is wrong.
    private HttpResponse answer(
            JsonObject body, Function<ChangePlacement, ChangeOutcome> made, Context context) {
        return body.problems().any()
                ? ProblemJson.invalid(body, change.problems(made)).response()
                : shown(made.apply(change), context);
    }

    private static HttpResponse ofPlacement(
            Call call, BiFunction<PlacementId, JsonObject, HttpResponse> answer) {
        Optional<PlacementId> id = id(call.request());
        if (id.isEmpty()) {
            return noSuchPlacement();
        }
        return switch (JsonBody.read(call.request(), JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> answer.apply(id.get(), body);
        };
    }

    private static Person person(Call call) {
        return Person.withEmail(call.caller().email());
    }

    static HttpResponse noSuchPlacement() {
        return ProblemJson.notFound("There is no placement with this id.").response();
    }

    static Optional<PlacementId> id(HttpRequest request) {
        return request.pathParameter("id").filter(PlacementId::isValid).map(PlacementId::new);
    }

    private HttpResponse exemption(PlacementId id, JsonObject body, Call call) {
        List<String> texts = List.of("question", "name", REASON);
        Fields with = new Fields(textsOf(body, texts), Seen.NOTHING);
        body.onlyKnows(List.of("question", "name", UNDO, REASON));
        boolean undo = Boolean.TRUE.equals(body.flag(UNDO));
        @Nullable String question = with.text("question");
        @Nullable String name = with.text("name");
        @Nullable String why = with.text(REASON);
        return answer(
                body,
                it ->
                        undo
                                ? it.undoExemption(id, question, why, name, person(call))
                                : it.exempt(id, question, why, name, person(call)),
                call.context());
    }

    private HttpResponse correction(PlacementId id, JsonObject body, Call call) {
        List<String> known = new ArrayList<>(CorrectionRequest.TEXTS);
        known.addAll(Seen.LISTS);
        known.addAll(List.of("backfill", FROM, REASON));
        body.onlyKnows(known);
        if (body.has("backfill")) {
            body.problems()
                    .add(
                            "backfill",
                            "You can’t change this, because it decided whether reps were emailed."
                                    + " Withdraw or retract the story, then submit it again");
        }
        CorrectionRequest request =
                new CorrectionRequest(
                        textsOf(body, CorrectionRequest.TEXTS),
                        body.has("segments") ? body.texts("segments") : null,
                        body.has("personas") ? body.texts("personas") : null,
                        body.text(REASON));
        Seen seen = SeenJson.read(body.object(FROM), CorrectionRequest.TEXTS, Seen.LISTS);
        return answer(
                body, it -> it.basedOn(seen).correct(id, request, person(call)), call.context());
    }

    /// The texts with these names that the body contains.
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
                                    "the bus did not accept the event; the timer will send the emails",
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
            case ChangeOutcome.Outdated outdated -> SeenJson.problem(outdated).response();
            case ChangeOutcome.Invalid(var errors) -> ProblemJson.invalid(errors).response();
            case ChangeOutcome.NoSuchPlacement() -> noSuchPlacement();
        };
    }

    private HttpResponse shown(Placement placement, List<FieldError> warnings) {
        return HttpResponse.json(200, PlacementJson.whole(showPlacement.show(placement), warnings));
    }

    /// The body's texts. Unknown fields are added to the body's problems.
    private record Fields(Map<String, String> texts, Seen seen) {

        static Fields read(JsonObject body, List<String> known, List<String> seen) {
            List<String> all = new ArrayList<>(known);
            if (seen.isEmpty()) {
                body.onlyKnows(all);
                return new Fields(textsOf(body, known), Seen.NOTHING);
            }
            all.add(FROM);
            body.onlyKnows(all);
            return new Fields(
                    textsOf(body, known), SeenJson.read(body.object(FROM), seen, List.of()));
        }

        @Nullable String text(String name) {
            return texts.get(name);
        }
    }
}
