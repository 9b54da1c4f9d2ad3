package app.prtosales.functions.placementintake;

import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.history.Person;
import app.prtosales.intake.Submission;
import app.prtosales.overview.ForeseePlacement;
import app.prtosales.overview.ForeseePlacement.Foreseen;
import app.prtosales.placement.PlacementId;
import app.prtosales.testping.AskForTestPing;
import app.prtosales.testping.PreviewPing;
import app.prtosales.testping.TestPing;
import app.prtosales.text.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Previews of the email a given rep would get, for a placement or for a draft.
final class PreviewRoutes {

    private static final String REP = "rep";

    private final Function<String, PreviewPing> previews;
    private final ForeseePlacement foreseePlacement;
    private final AskForTestPing askForTestPing;

    /// @param previews creates previews for the base URL by which the caller reaches the product
    PreviewRoutes(
            Function<String, PreviewPing> previews,
            ForeseePlacement foreseePlacement,
            AskForTestPing askForTestPing) {
        this.previews = previews;
        this.foreseePlacement = foreseePlacement;
        this.askForTestPing = askForTestPing;
    }

    /// Sends the preview as a test email to the caller. The address always comes from the token,
    /// never from the request.
    HttpResponse mail(HttpRequest request, Caller caller) {
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> mail(request, body, Person.withEmail(caller.email()));
        };
    }

    private HttpResponse mail(HttpRequest request, JsonObject body, Person person) {
        Submission submission = SubmissionJson.readWith(REP, body);
        @Nullable String rep = body.text(REP);
        return body.problems().any()
                ? refused(body, previews.apply(request.baseUrl()).preview(submission, rep))
                : asked(askForTestPing.ask(submission, rep, person));
    }

    /// Reports unknown fields and wrong types together with all other problems.
    private static HttpResponse refused(JsonObject body, PreviewPing.Outcome otherwise) {
        List<FieldError> more =
                otherwise instanceof PreviewPing.Outcome.Invalid(var errors) ? errors : List.of();
        return ProblemJson.invalid(body, more).response();
    }

    private static HttpResponse asked(AskForTestPing.Outcome outcome) {
        return switch (outcome) {
            case AskForTestPing.Outcome.Requested(var to) ->
                    HttpResponse.json(202, Map.of("to", to.email()));
            case AskForTestPing.Outcome.Invalid(var errors) ->
                    ProblemJson.invalid(errors).response();
            case AskForTestPing.Outcome.TooMany() ->
                    ProblemJson.of(
                                    429,
                                    "Too many tests",
                                    "You’ve sent yourself %d tests this hour, which is the limit. Try again in the next hour."
                                            .formatted(TestPing.MAXIMUM_PER_HOUR))
                            .response();
        };
    }

    HttpResponse placement(HttpRequest request) {
        Optional<PlacementId> id = ChangeRoutes.id(request);
        if (id.isEmpty()) {
            return ChangeRoutes.noSuchPlacement();
        }
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> placement(request, id.get(), body);
        };
    }

    private HttpResponse placement(HttpRequest request, PlacementId id, JsonObject body) {
        body.onlyKnows(List.of(REP));
        @Nullable String rep = body.text(REP);
        PreviewPing.Outcome outcome = previews.apply(request.baseUrl()).preview(id, rep);
        return body.problems().any() ? refused(body, outcome) : shown(outcome, Optional.empty());
    }

    HttpResponse submission(HttpRequest request) {
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> submission(request, body);
        };
    }

    private HttpResponse submission(HttpRequest request, JsonObject body) {
        Submission submission = SubmissionJson.readWith(REP, body);
        @Nullable String rep = body.text(REP);
        PreviewPing.Outcome outcome = previews.apply(request.baseUrl()).preview(submission, rep);
        return body.problems().any()
                ? refused(body, outcome)
                : shown(outcome, foreseePlacement.foresee(submission));
    }

    private static HttpResponse shown(PreviewPing.Outcome outcome, Optional<Foreseen> foreseen) {
        return switch (outcome) {
            case PreviewPing.Outcome.Shown(var mail) -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("subject", mail.subject());
                json.put("html", mail.html());
                json.put("text", mail.text());
                foreseen.ifPresent(each -> json.put("foreseen", PlacementJson.foreseen(each)));
                yield HttpResponse.json(200, json);
            }
            case PreviewPing.Outcome.Invalid(var errors) -> ProblemJson.invalid(errors).response();
            case PreviewPing.Outcome.NoSuchPlacement() -> ChangeRoutes.noSuchPlacement();
        };
    }
}
