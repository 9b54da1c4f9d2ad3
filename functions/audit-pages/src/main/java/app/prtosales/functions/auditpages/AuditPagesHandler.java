package app.prtosales.functions.auditpages;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ExportWeek;
import app.prtosales.audit.FindSequenceGaps;
import app.prtosales.audit.ReportWeek;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.GapsJson;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.WeekJson;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.mail.AuditPage;
import app.prtosales.mail.ResponsePages;
import app.prtosales.overview.ShowPlacement;
import app.prtosales.text.FieldError;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The audit at any time: the newest placement (R4.4), a week, the quarter, and the rows to recount
/// a week from (R4.6).
public final class AuditPagesHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// A working day, so that nobody is signed out of a page that is looked at in a meeting.
    private static final Duration LINK_LASTS = Duration.ofHours(12);

    private final ShowPlacement showPlacement;
    private final ReportWeek reportWeek;
    private final ExportWeek exportWeek;
    private final FindSequenceGaps findSequenceGaps;
    private final LinkTokens tokens;
    private final Directory directory;
    private final InstantSource clock;
    private final ResponsePages pages;
    private final Access access;

    /// Lambda calls this one, once per cold start.
    public AuditPagesHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public AuditPagesHandler(AwsApplication application) {
        this.showPlacement = application.showPlacement();
        this.reportWeek = application.reportWeek();
        this.exportWeek = application.exportWeek();
        this.findSequenceGaps = application.findSequenceGaps();
        this.tokens = application.linkTokens();
        this.directory = application.directory();
        this.clock = application.clock();
        this.pages = new ResponsePages(clock);
        this.access = application.access();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.serve(event, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (request.route()) {
            case "GET /audit/last" -> access.anyRole(request, caller -> last());
            case "GET /audit/weeks/{week}" ->
                    access.anyRole(
                            request, caller -> ofWeek(request.pathParameter("week"), this::week));
            case "GET /audit/quarter" -> access.anyRole(request, caller -> quarter());
            case "GET /audit/link" -> access.anyRole(request, this::link);
            case "GET /audit/sequences" ->
                    access.anyRole(
                            request,
                            caller -> HttpResponse.json(200, GapsJson.of(findSequenceGaps.find())));
            case "GET /audit/export" ->
                    access.anyRole(
                            request,
                            caller -> ofWeek(request.query("week"), week -> export(week, request)));
            case "GET /r/audit/{token}", "HEAD /r/audit/{token}" -> signed(request);
            default -> ProblemJson.notFound("There is no such page.").response();
        };
    }

    /// A link to the audit's pages for somebody who is signed in and has no mail at hand.
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

    /// The page behind the link of a mail. Whatever is wrong with a link, the answer is the same.
    private HttpResponse signed(HttpRequest request) {
        Agreement agreement = directory.agreement();
        return request.pathParameter("token")
                .flatMap(token -> tokens.read(token, clock.instant()))
                .flatMap(link -> AuditLink.week(link, agreement))
                .map(mailed -> page(mailed, agreement, request))
                .orElseGet(() -> html(404, AuditPage.invalidLink(), pages.contentSecurityPolicy()));
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
                        ? AuditPage.quarter(
                                reportWeek.quarter(week),
                                reportWeek.trend(week),
                                agreement,
                                show,
                                from)
                        : AuditPage.week(
                                reportWeek.report(week),
                                reportWeek.trend(week),
                                agreement,
                                show,
                                from);
        return html(200, html, AuditPage.contentSecurityPolicy());
    }

    private static HttpResponse html(int status, String html, String policy) {
        return HttpResponse.of(status, "text/html; charset=utf-8", html)
                .with("Content-Security-Policy", policy);
    }

    private HttpResponse last() {
        return showPlacement
                .newest()
                .map(newest -> HttpResponse.json(200, PlacementJson.whole(newest)))
                .orElseGet(
                        () -> ProblemJson.notFound("No placement was submitted yet.").response());
    }

    private static HttpResponse ofWeek(
            Optional<String> named, Function<AuditWeek, HttpResponse> answer) {
        return named.flatMap(AuditWeek::read).map(answer).orElseGet(AuditPagesHandler::noWeek);
    }

    private static HttpResponse noWeek() {
        return new ProblemJson(
                        400,
                        "Not a week",
                        "A week is named as ISO 8601 does, such as 2026-W48.",
                        List.of(new FieldError("week", "must be an ISO week such as 2026-W48")),
                        Map.of())
                .response();
    }

    private HttpResponse week(AuditWeek week) {
        return HttpResponse.json(200, WeekJson.of(reportWeek.report(week), reportWeek.trend(week)));
    }

    private HttpResponse quarter() {
        return HttpResponse.json(200, WeekJson.quarter(reportWeek.quarter(reportWeek.current())));
    }

    private HttpResponse export(AuditWeek week, HttpRequest request) {
        ExportWeek.Page page = exportWeek.export(week, request.query("cursor").orElse(null));
        if (request.accepts("text/csv")) {
            HttpResponse csv =
                    HttpResponse.csv(200, Csv.write(ExportWeek.COLUMNS, page.rows()))
                            .with(
                                    "Content-Disposition",
                                    "attachment; filename=\"audit-%s.csv\"".formatted(week));
            return page.next() == null ? csv : csv.with("X-Next-Cursor", page.next());
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("week", week.toString());
        json.put("rows", page.rows());
        json.put("nextCursor", page.next());
        return HttpResponse.json(200, json);
    }
}
