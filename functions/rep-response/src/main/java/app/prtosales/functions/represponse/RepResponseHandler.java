package app.prtosales.functions.represponse;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.Routes;
import app.prtosales.aws.http.Routes.Route;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.Suggestion;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mail.ClosedPages;
import app.prtosales.mail.ResponsePages;
import app.prtosales.mail.ResponsePages.Form;
import app.prtosales.placement.Placement;
import app.prtosales.response.FormFields;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages behind the links in emails: GET and HEAD only show a page; only a POST from it has an
/// effect (R5.8).
public final class RepResponseHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// The function's routes.
    public static final Routes<RepResponseHandler> ROUTES =
            Routes.of(
                    Route.open("GET /r/{token}", RepResponseHandler::show),
                    Route.open("HEAD /r/{token}", RepResponseHandler::show),
                    Route.open("POST /r/{token}", RepResponseHandler::act));

    /// A form has only a few short fields.
    private static final int MAXIMUM_FORM = 16 * 1_024;

    private static final List<String> FIELDS =
            List.of(
                    FormFields.CHOICE,
                    FormFields.ACCOUNT,
                    FormFields.ACCOUNT_NAME,
                    FormFields.HOW,
                    FormFields.STAGE,
                    FormFields.REASON,
                    FormFields.ELSEWHERE,
                    FormFields.CHAMPION,
                    FormFields.WHAT,
                    FormFields.UNDO,
                    FormFields.RENEW);

    private final RecordResponse recordResponse;
    private final Directory directory;
    private final InstantSource clock;
    private final ResponsePages pages;
    private final ClosedPages closed;

    /// Called by Lambda, once per cold start.
    public RepResponseHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public RepResponseHandler(AwsApplication application) {
        this.recordResponse = application.recordResponse();
        this.directory = application.directory();
        this.clock = application.clock();
        this.pages = new ResponsePages(application.brand(), clock);
        this.closed = new ClosedPages(application.brand(), clock);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.serve(
                event,
                request -> ROUTES.answer(this, Access.nobody(), request, context),
                () -> page(400, closed.brokenForm()),
                () -> page(503, closed.notNow()));
    }

    private HttpResponse show(HttpRequest request) {
        Opened opened = recordResponse.open(token(request));
        return page(status(opened), page(opened, Form.EMPTY, request));
    }

    private HttpResponse act(HttpRequest request) {
        return request.bodyLength() > MAXIMUM_FORM
                ? page(413, closed.tooLong())
                : record(token(request), fields(request), request);
    }

    private static String token(HttpRequest request) {
        return request.pathParameter("token").orElse("");
    }

    private HttpResponse record(String token, Map<String, String> form, HttpRequest request) {
        return switch (recordResponse.record(token, form)) {
            case Outcome.Recorded(var opened, var placement, var response) ->
                    noting(
                            placement,
                            response,
                            page(
                                    200,
                                    pages.done(
                                            placement,
                                            opened.rep(),
                                            response,
                                            zone(opened),
                                            undoable(response))));
            case Outcome.AlreadyRecorded(var opened, var placement, var response) ->
                    noting(
                            placement,
                            response,
                            page(
                                    200,
                                    pages.alreadyRecorded(
                                            placement,
                                            opened.rep(),
                                            response,
                                            zone(opened),
                                            undoable(response))));
            case Outcome.NotYet(var opened, var placement) ->
                    page(200, pages.notYet(placement, opened.rep()));
            case Outcome.Invalid(var opened, var errors) ->
                    page(422, page(opened, new Form(form, errors), request));
            case Outcome.LinkRequested() -> page(200, closed.linkRequested());
            case Outcome.Refused(Opened.NoKit(var placement, var rep, var why)) ->
                    page(410, closed.kitNotRecorded(placement, rep, why));
            case Outcome.Refused(var opened) ->
                    page(status(opened), page(opened, Form.EMPTY, request));
        };
    }

    private static HttpResponse noting(Placement placement, Response response, HttpResponse page) {
        return page.noting("placement", placement.id().value())
                .noting("person", response.saidBy())
                .noting("answer", response.getClass().getSimpleName());
    }

    /// The response, if it can still be undone.
    private List<Response> undoable(Response response) {
        boolean fresh = response.canBeUndoneAt(clock.instant());
        return switch (response) {
            case Response.Referenced used when fresh -> List.of(used);
            case Response.KitSent sent when fresh -> List.of(sent);
            default -> List.of();
        };
    }

    private String page(Opened opened, Form form, HttpRequest request) {
        return switch (opened) {
            case Opened.ToAcknowledge(var placement, var rep, var earlier) ->
                    earlier == null
                            ? pages.acknowledge(placement, rep, form)
                            : pages.alreadyRecorded(placement, rep, earlier, rep.zone(), List.of());
            case Opened.ToReference use -> pages.reference(use, form);
            case Opened.ToSendKit kit ->
                    pages.kit(
                            kit,
                            persona(request, kit.placement()),
                            directory.agreement().company(),
                            form);
            case Opened.ToFixRecord(var placement, var rep) ->
                    pages.fixRecord(rep, directory.segmentNames(), form);
            case Opened.ToSequence task ->
                    pages.sequence(
                            task,
                            directory.agreement().company(),
                            suggested(task.placement(), task.sequence()),
                            directory.agreement().zone(),
                            form);
            case Opened.ToRemove(var placement, var sequence, var by, var said) ->
                    said == null
                            ? pages.removal(placement, sequence, by, form)
                            : pages.alreadyRecorded(
                                    placement, null, said, directory.agreement().zone(), List.of());
            case Opened.NoKit(var placement, var rep, var why) -> closed.noKit(placement, rep, why);
            case Opened.Ended(var placement, var sequence, var inSequence, var prOwner) ->
                    closed.ended(placement, sequence, inSequence, prOwner);
            case Opened.TakenBack(var placement) -> closed.withdrawn(placement);
            case Opened.Expired(var placement, var rep, var link) ->
                    closed.expired(placement, rep, "");
            case Opened.NotALink() -> closed.invalidLink();
        };
    }

    private static Persona persona(HttpRequest request, Placement placement) {
        return request.query("persona")
                .flatMap(Persona::read)
                .orElseGet(() -> ChampionKit.firstReader(placement));
    }

    /// The status; every invalid link gets the same page and status, whatever is wrong with it.
    private static int status(Opened opened) {
        return switch (opened) {
            case Opened.ToAcknowledge page -> 200;
            case Opened.ToReference page -> 200;
            case Opened.ToSequence page -> 200;
            case Opened.ToSendKit page -> 200;
            case Opened.ToFixRecord page -> 200;
            case Opened.ToRemove page -> 200;
            case Opened.Ended page -> 409;
            case Opened.NoKit page -> 410;
            case Opened.TakenBack page -> 410;
            case Opened.Expired page -> 410;
            case Opened.NotALink page -> 404;
        };
    }

    private @Nullable String suggested(Placement placement, Sequence sequence) {
        return Suggestion.of(placement, directory.rules(), directory.sequences()).stream()
                .filter(suggestion -> suggestion.sequence().id().equals(sequence.id()))
                .map(Suggestion::stage)
                .findFirst()
                .orElse(null);
    }

    private ZoneId zone(Opened opened) {
        Rep rep = opened.rep();
        return rep == null ? directory.agreement().zone() : rep.zone();
    }

    private HttpResponse page(int status, String html) {
        return HttpResponse.html(status, html, pages.policy());
    }

    private static Map<String, String> fields(HttpRequest request) {
        Map<String, String> fields = new HashMap<>();
        for (String name : FIELDS) {
            request.formField(name).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }
}
