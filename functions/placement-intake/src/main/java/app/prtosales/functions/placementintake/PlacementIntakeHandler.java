package app.prtosales.functions.placementintake;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.Priming;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Call;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.Role;
import app.prtosales.aws.http.Routes;
import app.prtosales.aws.http.Routes.Route;
import app.prtosales.concurrent.Lazy;
import app.prtosales.history.Person;
import app.prtosales.intake.Submission;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The HTTP API for placements: submit, list, view, preview and change them; also serves the static
/// files of the page.
public final class PlacementIntakeHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Set<Role> PR = Set.of(Role.PR);

    /// PR owns the wording; ops, who fixes addresses, may preview and resend.
    private static final Set<Role> PR_AND_OPS = Set.of(Role.PR, Role.OPS);

    /// The roles that may choose a sequence: PR and ops, and the sequence owners, who know where a
    /// story fits.
    private static final Set<Role> SEQUENCE_CHOOSERS =
            Set.of(Role.PR, Role.OPS, Role.SEQUENCE_OWNER);

    /// The function's routes.
    public static final Routes<PlacementIntakeHandler> ROUTES =
            Routes.of(
                    Route.oneOf(PR, "POST /placements", PlacementIntakeHandler::submit),
                    Route.oneOf(
                            PR_AND_OPS,
                            "PUT /placements/import",
                            (it, call) -> it.importPast.get().take(call.request(), call.caller())),
                    Route.anyRole("GET /placements", (it, call) -> it.list.answer(call.request())),
                    Route.anyRole("GET /placements/{id}", (it, call) -> it.show(call.request())),
                    Route.anyRole(
                            "GET /placements/{id}/kit",
                            (it, call) -> it.kit.get().show(call.request())),
                    Route.oneOf(
                            PR,
                            "POST /placements/lookup",
                            (it, call) -> it.lookup.answer(call.request())),
                    Route.oneOf(
                            PR_AND_OPS,
                            "POST /placements/preview",
                            (it, call) -> it.preview.get().submission(call.request())),
                    Route.oneOf(
                            PR_AND_OPS,
                            "POST /placements/preview/mail",
                            (it, call) -> it.preview.get().mail(call.request(), call.caller())),
                    Route.oneOf(
                            PR_AND_OPS,
                            "POST /placements/{id}/preview",
                            (it, call) -> it.preview.get().placement(call.request())),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/withdrawal",
                            (it, call) -> it.changes.get().withdraw(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/publication",
                            (it, call) -> it.changes.get().move(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/exemption",
                            (it, call) -> it.changes.get().exempt(call)),
                    Route.oneOf(
                            SEQUENCE_CHOOSERS,
                            "POST /placements/{id}/sequence",
                            (it, call) -> it.changes.get().choose(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/forwardability",
                            (it, call) -> it.changes.get().turn(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/correction",
                            (it, call) -> it.changes.get().correct(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/retraction",
                            (it, call) -> it.changes.get().retract(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/copies",
                            (it, call) -> it.changes.get().attachCopy(call)),
                    Route.oneOf(
                            PR,
                            "POST /placements/{id}/shelf-life",
                            (it, call) -> it.changes.get().renew(call)),
                    Route.oneOf(
                            PR_AND_OPS,
                            "POST /placements/{id}/resend",
                            (it, call) -> it.changes.get().resend(call)),
                    Route.open("GET /", (it, request) -> it.files.shell()),
                    Route.open("HEAD /", (it, request) -> it.files.shell()),
                    Route.open("GET /settings.json", (it, request) -> it.files.settings()),
                    Route.open(
                            "GET /assets/{version}/{file}",
                            (it, request) -> it.files.asset(request)),
                    Route.open("GET /openapi.yaml", (it, request) -> StaticFiles.openApi()),
                    Route.open("GET /health", (it, request) -> health()),
                    Route.open("HEAD /health", (it, request) -> health()),
                    Route.open(
                            "$default",
                            (it, request) ->
                                    ProblemJson.notFound(
                                                    "No route has this method and path. /openapi.yaml describes them all.")
                                            .response()));

    private static final String KEY = "Idempotency-Key";
    private static final int MAXIMUM_KEY = 200;

    private final SubmitPlacement submitPlacement;
    private final ShowPlacement showPlacement;
    private final ListRoute list;
    private final Lazy<ImportPast> importPast;
    private final Access access;
    private final Lazy<ChangeRoutes> changes;
    private final Lazy<PreviewRoutes> preview;
    private final LookupRoute lookup;
    private final StaticFiles files;
    private final Lazy<KitRoute> kit;

    /// Called by Lambda, once per cold start.
    public PlacementIntakeHandler() {
        AwsApplication application = AwsApplication.fromEnvironment();
        this(application);
        Priming.register(
                application.clock(),
                () -> new FirstSubmission(application).rehearse(),
                application::prepareLookup,
                this::prepare);
    }

    public PlacementIntakeHandler(AwsApplication application) {
        this(application, application.submitPlacement(), application.access());
    }

    private PlacementIntakeHandler(
            AwsApplication application, SubmitPlacement submitPlacement, Access access) {
        this.submitPlacement = submitPlacement;
        this.showPlacement = application.showPlacement();
        this.list =
                new ListRoute(
                        application.findPlacements(),
                        application.answerInBulk(),
                        application.clock());
        this.importPast = new Lazy<>(() -> new ImportPast(application));
        this.access = access;
        this.changes =
                new Lazy<>(() -> new ChangeRoutes(application.changePlacement(), showPlacement));
        this.preview =
                new Lazy<>(() ->
                        new PreviewRoutes(
                                application::previewPing,
                                application.foreseePlacement(),
                                application.askForTestPing()));
        this.lookup = new LookupRoute(application.lookUpPage());
        this.files =
                new StaticFiles(application.signIn(), application.brand(), application.clock());
        this.kit =
                new Lazy<>(() ->
                        new KitRoute(
                                application.placements(),
                                application.directory(),
                                application.clock(),
                                application.brand()));
    }

    /// Creates what only some requests need, so that the first of them after the snapshot does not
    /// wait for it.
    private void prepare() {
        List.of(importPast, changes, preview, kit).forEach(Lazy::get);
        files.prepare();
    }

    /// A handler for the rehearsal: answers as usual but stores nothing.
    static PlacementIntakeHandler rehearsing(AwsApplication application) {
        return new PlacementIntakeHandler(
                application, application.rehearsedSubmission(), application.rehearsedAccess());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.serve(event, request -> ROUTES.answer(this, access, request, context));
    }

    private static HttpResponse health() {
        return HttpResponse.json(200, Map.of("status", "up", "zoneRules", IanaZone.release()));
    }

    private HttpResponse submit(Call call) {
        Optional<String> key = call.request().header(KEY).map(String::strip);
        if (key.isPresent() && (key.get().isEmpty() || key.get().length() > MAXIMUM_KEY)) {
            return badKey(
                    400, "Bad header", "Use a key of 1 to %d characters".formatted(MAXIMUM_KEY));
        }
        return switch (JsonBody.read(call.request(), JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) ->
                    submit(body, call.caller(), key.orElse(null), call.context());
        };
    }

    private HttpResponse submit(
            JsonObject body, Caller caller, @Nullable String key, Context context) {
        Submission submission = SubmissionJson.read(body);
        if (body.problems().any()) {
            return ProblemJson.invalid(body, submitPlacement.problems(submission)).response();
        }
        Person person = Person.withEmail(caller.email());
        return switch (submitPlacement.submit(submission, person, key)) {
            case SubmitOutcome.Accepted accepted -> {
                if (!accepted.announced()) {
                    Log.of(context)
                            .warn(
                                    "the bus did not accept the event; the timer will start the pings",
                                    Map.of("placement", accepted.placement().id()));
                }
                yield shown(201, showPlacement.accepted(accepted, person), accepted.warnings());
            }
            case SubmitOutcome.Again(var placement) ->
                    shown(200, showPlacement.show(placement), List.of());
            case SubmitOutcome.Known(var existing) -> known(existing);
            case SubmitOutcome.KeyReused() ->
                    badKey(
                            422,
                            "Idempotency-Key used before",
                            "This key was already used for another placement; use a new key for each placement");
            case SubmitOutcome.Invalid(var errors) -> ProblemJson.invalid(errors).response();
        };
    }

    private static HttpResponse badKey(int status, String title, String message) {
        return new ProblemJson(
                        status,
                        title,
                        "%s: %s.".formatted(KEY, message),
                        List.of(new FieldError(KEY, message)),
                        Map.of())
                .response();
    }

    private static HttpResponse shown(
            int status, PlacementOverview overview, List<FieldError> warnings) {
        return HttpResponse.json(status, PlacementJson.whole(overview, warnings))
                .with("Location", location(overview.placement().id()))
                .noting("placement", overview.placement().id().value());
    }

    private static HttpResponse known(PlacementId existing) {
        return ProblemJson.of(
                        409,
                        "Already submitted",
                        "This story was submitted before; your name is now on it too.")
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
