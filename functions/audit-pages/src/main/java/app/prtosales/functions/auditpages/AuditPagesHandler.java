package app.prtosales.functions.auditpages;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ExportWeek;
import app.prtosales.audit.FindSequenceGaps;
import app.prtosales.audit.ReportWeek;
import app.prtosales.audit.SegmentCoverage;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.csv.WeekTables;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Call;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.GapsJson;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.Routes;
import app.prtosales.aws.http.Routes.Route;
import app.prtosales.aws.http.WeekJson;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Names;
import app.prtosales.history.NoteDownload;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.mail.AuditPage;
import app.prtosales.mail.ClosedPages;
import app.prtosales.overview.ShowPlacement;
import app.prtosales.placement.InvalidCursorException;
import app.prtosales.text.FieldError;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The audit API: the newest placement at any time (R4.4), a week, the quarter, and the rows for
/// recounting a week (R4.6).
public final class AuditPagesHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// The function's routes.
    public static final Routes<AuditPagesHandler> ROUTES =
            Routes.of(
                    Route.anyRole("GET /audit/last", (it, call) -> it.last()),
                    Route.anyRole(
                            "GET /audit/weeks/{week}",
                            (it, call) -> ofWeek(call.request().pathParameter("week"), it::week)),
                    Route.anyRole("GET /audit/quarter", (it, call) -> it.quarter()),
                    Route.anyRole("GET /audit/link", (it, call) -> it.link(call.caller())),
                    Route.anyRole(
                            "GET /audit/sequences",
                            (it, call) ->
                                    HttpResponse.json(
                                            200, GapsJson.of(it.findSequenceGaps.find()))),
                    Route.anyRole(
                            "GET /audit/export",
                            (it, call) ->
                                    ofWeek(
                                            call.request().query("week"),
                                            week -> it.export(week, call))),
                    Route.open("GET /r/audit/{token}", AuditPagesHandler::pageBehindLink),
                    Route.open("HEAD /r/audit/{token}", AuditPagesHandler::pageBehindLink));

    /// How long a signed-in person's link works: a working day, so that no page stops working
    /// during a meeting.
    private static final Duration LINK_LASTS = Duration.ofHours(12);

    /// The largest body that fits, base64-encoded in JSON, into Lambda's response limit of 6 MB.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>
    private static final int LARGEST_ZIP = 4_300_000;

    private final ShowPlacement showPlacement;
    private final ReportWeek reportWeek;
    private final ExportWeek exportWeek;
    private final FindSequenceGaps findSequenceGaps;
    private final NoteDownload noteDownload;
    private final LinkTokens tokens;
    private final Directory directory;
    private final InstantSource clock;
    private final ClosedPages closed;
    private final AuditPage auditPage;
    private final Access access;

    /// Called by Lambda, once per cold start.
    public AuditPagesHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public AuditPagesHandler(AwsApplication application) {
        this.showPlacement = application.showPlacement();
        this.reportWeek = application.reportWeek();
        this.exportWeek = application.exportWeek();
        this.findSequenceGaps = application.findSequenceGaps();
        this.noteDownload = application.noteDownload();
        this.tokens = application.linkTokens();
        this.directory = application.directory();
        this.clock = application.clock();
        this.closed = new ClosedPages(application.brand(), clock);
        this.auditPage = new AuditPage(application.brand(), Names.of(directory));
        this.access = application.access();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.serve(event, request -> ROUTES.answer(this, access, request, context));
    }

    /// A link to the audit pages, for signed-in people without a recent email.
    private HttpResponse link(Caller caller) {
        AuditWeek week = reportWeek.current();
        Instant expiresAt = clock.instant().plus(LINK_LASTS).truncatedTo(ChronoUnit.SECONDS);
        Link link =
                AuditLink.forVisit(
                        week, Person.idOf(caller.email()), expiresAt, directory.agreement());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", "/r/audit/" + tokens.sign(link));
        json.put("week", week.toString());
        json.put("previousWeek", week.previous().toString());
        json.put("expiresAt", expiresAt.toString());
        return HttpResponse.json(200, json);
    }

    /// The page behind an email's link. Every invalid link gets the same answer, whatever is wrong
    /// with it.
    private HttpResponse pageBehindLink(HttpRequest request) {
        return request.pathParameter("token")
                .flatMap(token -> open(token, request))
                .orElseGet(() -> HttpResponse.html(404, closed.invalidLink(), closed.policy()));
    }

    private Optional<HttpResponse> open(String token, HttpRequest request) {
        Agreement agreement = directory.agreement();
        return tokens.signed(token)
                .flatMap(link ->
                        AuditLink.week(link, agreement)
                                .flatMap(mailed ->
                                        link.isExpiredAt(clock.instant())
                                                ? expired(link, token)
                                                : Optional.of(page(mailed, agreement, request))));
    }

    /// The page that offers to email a leader a new link; its button leads to the function that
    /// does so. Empty for the link of a signed-in person, who gets a new one on the web page.
    private Optional<HttpResponse> expired(Link link, String token) {
        return link.purpose() == Purpose.AUDIT
                ? Optional.of(
                        HttpResponse.html(
                                410, closed.expired(null, null, "../" + token), closed.policy()))
                : Optional.empty();
    }

    private HttpResponse page(AuditWeek mailed, Agreement agreement, HttpRequest request) {
        AuditPage.Show show = AuditPage.Show.read(request.query("show").orElse(""));
        int from =
                request.query("from")
                        .filter(written -> written.matches("[0-9]{1,5}"))
                        .map(Integer::parseInt)
                        .orElse(0);
        Optional<AuditWeek> quarter = request.query("quarter").flatMap(AuditWeek::read);
        AuditWeek week =
                quarter.or(() -> request.query("week").flatMap(AuditWeek::read)).orElse(mailed);
        String html =
                quarter.isPresent()
                        ? quarterPage(reportWeek.quarter(week), week, agreement, show, from)
                        : auditPage.week(
                                reportWeek.report(week),
                                reportWeek.trend(week),
                                agreement,
                                show,
                                from);
        return HttpResponse.html(200, html, auditPage.policy());
    }

    private String quarterPage(
            WeeklyReport quarter,
            AuditWeek week,
            Agreement agreement,
            AuditPage.Show show,
            int from) {
        return auditPage.quarter(
                quarter, coverage(quarter), reportWeek.trend(week), agreement, show, from);
    }

    private HttpResponse last() {
        return showPlacement
                .newest()
                .map(newest -> HttpResponse.json(200, PlacementJson.whole(newest)))
                .orElseGet(() ->
                        ProblemJson.notFound(
                                        "There is no placement to test. Imported, withdrawn, and retracted ones don’t count here.")
                                .response());
    }

    private static HttpResponse ofWeek(
            Optional<String> named, Function<AuditWeek, HttpResponse> answer) {
        return named.flatMap(AuditWeek::read).map(answer).orElseGet(AuditPagesHandler::notAWeek);
    }

    private static HttpResponse notAWeek() {
        return new ProblemJson(
                        400,
                        "Not a week",
                        "Use an ISO 8601 week, such as 2026-W48.",
                        List.of(new FieldError("week", "must be an ISO week such as 2026-W48")),
                        Map.of())
                .response();
    }

    private HttpResponse week(AuditWeek week) {
        return HttpResponse.json(200, WeekJson.of(reportWeek.report(week), reportWeek.trend(week)));
    }

    private HttpResponse quarter() {
        WeeklyReport quarter = reportWeek.quarter(reportWeek.current());
        return HttpResponse.json(200, WeekJson.quarter(quarter, coverage(quarter)));
    }

    private List<SegmentCoverage> coverage(WeeklyReport quarter) {
        return SegmentCoverage.of(quarter, directory.segments());
    }

    private HttpResponse export(AuditWeek week, Call call) {
        HttpRequest request = call.request();
        String type = request.preferred(HttpResponse.JSON, HttpResponse.CSV, HttpResponse.ZIP);
        @Nullable String cursor = request.query("cursor").orElse(null);
        if (cursor == null) {
            noteDownload.note("audit-" + week, Person.withEmail(call.caller().email()));
            return type.equals(HttpResponse.ZIP)
                    ? tables(week)
                    : page(week, exportWeek.export(week, null), true, type);
        }
        if (type.equals(HttpResponse.ZIP)) {
            return ProblemJson.badQuery("cursor", "is not for a ZIP, which has all the rows")
                    .response();
        }
        try {
            return page(week, exportWeek.export(week, cursor), false, type);
        } catch (InvalidCursorException notACursor) {
            return ProblemJson.badQuery("cursor", "must be the nextCursor of an earlier page")
                    .response();
        }
    }

    private static HttpResponse page(
            AuditWeek week, ExportWeek.Page page, boolean isFirst, String type) {
        if (type.equals(HttpResponse.CSV)) {
            String rows =
                    isFirst
                            ? Csv.file(ExportWeek.COLUMNS, page.rows())
                            : Csv.write(ExportWeek.COLUMNS, page.rows());
            HttpResponse csv =
                    HttpResponse.csv(200, rows)
                            .with(
                                    "Content-Disposition",
                                    "attachment; filename=\"audit-%s.csv\"".formatted(week))
                            .varyingBy("Accept");
            return page.next() == null ? csv : csv.with("X-Next-Cursor", page.next());
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("week", week.toString());
        json.put("rows", page.rows());
        json.put("nextCursor", page.next());
        return HttpResponse.json(200, json).varyingBy("Accept");
    }

    /// All pages of the export at once, for a spreadsheet.
    private HttpResponse tables(AuditWeek week) {
        List<Map<String, String>> rows = new ArrayList<>();
        ExportWeek.Page page = exportWeek.export(week, null);
        rows.addAll(page.rows());
        while (page.next() != null) {
            page = exportWeek.export(week, page.next());
            rows.addAll(page.rows());
        }
        byte[] zip = WeekTables.zip(rows, directory);
        return zip.length > LARGEST_ZIP
                ? ProblemJson.of(
                                413,
                                "Too large",
                                "The week has too many rows for one file. Ask for CSV or JSON, which come"
                                        + " page by page.")
                        .response()
                : HttpResponse.bytes(200, HttpResponse.ZIP, zip)
                        .with(
                                "Content-Disposition",
                                "attachment; filename=\"audit-%s.zip\"".formatted(week))
                        .varyingBy("Accept");
    }
}
