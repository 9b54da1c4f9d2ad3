package app.prtosales.functions.placementintake;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.Priming;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.Role;
import app.prtosales.history.Person;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.intake.SubmitPlacement;
import app.prtosales.overview.PlacementOverview;
import app.prtosales.overview.ShowPlacement;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.FieldError;
import app.prtosales.text.IanaZone;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The HTTP API of placements: submit one, list them, see all that is known of one, preview and
/// change it; and the static files that the same API serves.
public final class PlacementIntakeHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int MAXIMUM_KEY = 200;

    private final SubmitPlacement submitPlacement;
    private final ShowPlacement showPlacement;
    private final ListRoute list;
    private final ImportPast importPast;
    private final Access access;
    private final ChangeRoutes changes;
    private final PreviewRoutes preview;
    private final LookupRoute lookup;
    private final StaticFiles files;
    private final KitRoute kit;

    /// Lambda calls this one, once per cold start.
    public PlacementIntakeHandler() {
        AwsApplication application = AwsApplication.fromEnvironment();
        this(application);
        Priming.register(application.clock(), () -> new FirstSubmission(application).rehearse());
    }

    public PlacementIntakeHandler(AwsApplication application) {
        this(application, application.submitPlacement(), application.access());
    }

    private PlacementIntakeHandler(
            AwsApplication application, SubmitPlacement submitPlacement, Access access) {
        this.submitPlacement = submitPlacement;
        this.showPlacement = application.showPlacement();
        this.list = new ListRoute(application.findPlacements(), application.clock());
        this.importPast = new ImportPast(application);
        this.access = access;
        this.changes = new ChangeRoutes(application.changePlacement(), showPlacement);
        this.preview =
                new PreviewRoutes(
                        application::previewPing,
                        application.foreseePlacement(),
                        application.askForTestPing());
        this.lookup = new LookupRoute(application.lookUpPage());
        this.files = new StaticFiles(application.signIn(), application.clock());
        this.kit = new KitRoute(application.placements(), application.clock());
    }

    /// Answers as any other, and stores nothing.
    static PlacementIntakeHandler rehearsing(AwsApplication application) {
        return new PlacementIntakeHandler(
                application, application.rehearsedSubmission(), application.rehearsedAccess());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.serve(event, request -> answer(request, context));
    }

    private HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.route()) {
            case "POST /placements" ->
                    access.oneOf(
                            Set.of(Role.PR), request, caller -> submit(request, caller, context));
            case "PUT /placements/import" ->
                    access.oneOf(
                            Set.of(Role.PR, Role.OPS),
                            request,
                            caller -> importPast.take(request, caller));
            case "GET /placements" -> access.anyRole(request, caller -> list.answer(request));
            case "GET /placements/{id}" -> access.anyRole(request, caller -> show(request));
            case "GET /placements/{id}/kit" -> access.anyRole(request, caller -> kit.show(request));
            case "POST /placements/lookup" ->
                    access.oneOf(Set.of(Role.PR), request, caller -> lookup.answer(request));
            case "POST /placements/preview" ->
                    access.oneOf(
                            ChangeRoutes.PR_AND_OPS,
                            request,
                            caller -> preview.submission(request));
            case "POST /placements/preview/mail" ->
                    access.oneOf(
                            ChangeRoutes.PR_AND_OPS,
                            request,
                            caller -> preview.mail(request, caller));
            case "POST /placements/{id}/preview" ->
                    access.oneOf(
                            ChangeRoutes.PR_AND_OPS, request, caller -> preview.placement(request));
            case "POST /placements/{id}/withdrawal",
                    "POST /placements/{id}/publication",
                    "POST /placements/{id}/exemption",
                    "POST /placements/{id}/forwardability",
                    "POST /placements/{id}/correction",
                    "POST /placements/{id}/retraction",
                    "POST /placements/{id}/copies",
                    "POST /placements/{id}/shelf-life",
                    "POST /placements/{id}/resend" ->
                    access.oneOf(
                            ChangeRoutes.rolesFor(request.route()),
                            request,
                            caller -> changes.answer(request, caller, context));
            case "GET /", "HEAD /" -> files.shell();
            case "GET /settings.json" -> files.settings();
            case "GET /assets/{version}/{file}" ->
                    files.asset(
                            request.pathParameter("version").orElse(""),
                            request.pathParameter("file").orElse(""));
            case "GET /openapi.yaml" -> StaticFiles.openApi();
            case "GET /health", "HEAD /health" ->
                    HttpResponse.json(200, Map.of("status", "up", "zoneRules", IanaZone.release()));
            default -> ProblemJson.notFound("There is no such page.").response();
        };
    }

    private HttpResponse submit(HttpRequest request, Caller caller, Context context) {
        Optional<String> key = request.header("idempotency-key").map(String::strip);
        if (key.isPresent() && (key.get().isEmpty() || key.get().length() > MAXIMUM_KEY)) {
            return ProblemJson.of(
                            400,
                            "Bad header",
                            "Idempotency-Key has 1 to %d characters.".formatted(MAXIMUM_KEY))
                    .response();
        }
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> submit(body, caller, key.orElse(null), context);
        };
    }

    private HttpResponse submit(
            JsonObject body, Caller caller, @Nullable String key, Context context) {
        SubmissionJson.Read read = SubmissionJson.read(body);
        if (!read.errors().isEmpty()) {
            return ProblemJson.invalid(read.errors()).response();
        }
        Person person = Person.withEmail(caller.email());
        return switch (submitPlacement.submit(read.submission(), person, key)) {
            case SubmitOutcome.Accepted accepted -> {
                if (!accepted.announced()) {
                    Log.of(context)
                            .warn(
                                    "the bus did not take the event; the timer starts it",
                                    Map.of("placement", accepted.placement().id()));
                }
                yield shown(201, showPlacement.accepted(accepted, person), accepted.warnings());
            }
            case SubmitOutcome.Again(var placement) ->
                    shown(200, showPlacement.show(placement), List.of());
            case SubmitOutcome.Known(var existing) -> known(existing);
            case SubmitOutcome.KeyReused() ->
                    ProblemJson.of(
                                    422,
                                    "Idempotency-Key used before",
                                    "The same Idempotency-Key came with another placement; "
                                            + "take a new key for a new placement.")
                            .response();
            case SubmitOutcome.Invalid(var errors) -> ProblemJson.invalid(errors).response();
        };
    }

    private static HttpResponse shown(
            int status, PlacementOverview overview, List<FieldError> warnings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(PlacementJson.whole(overview));
        json.put("warnings", PlacementJson.warnings(warnings));
        return HttpResponse.json(status, json)
                .with("Location", location(overview.placement().id()));
    }

    private static HttpResponse known(PlacementId existing) {
        return ProblemJson.of(
                        409,
                        "Known already",
                        "This story was submitted before; you are named with it now.")
                .with("existing", location(existing))
                .with("id", existing.value())
                .response()
                .with("Location", location(existing));
    }

    private HttpResponse show(HttpRequest request) {
        return ChangeRoutes.id(request)
                .flatMap(showPlacement::show)
                .map(overview -> HttpResponse.json(200, PlacementJson.whole(overview)))
                .orElseGet(ChangeRoutes::noSuchPlacement);
    }

    private static String location(PlacementId id) {
        return "/placements/" + id.value();
    }
}
