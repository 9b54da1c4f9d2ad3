package app.prtosales.functions.auditpages;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.overview.ShowPlacement;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// `GET /audit/last`: the three answers about the newest placement, at any time (R4.4).
public final class AuditPagesHandler implements RequestStreamHandler {

    private final ShowPlacement showPlacement;
    private final Access access;

    /// Lambda calls this one, once per cold start.
    public AuditPagesHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public AuditPagesHandler(AwsApplication application) {
        this.showPlacement = application.showPlacement();
        this.access = application.access();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        Http.serve(event, answer, this::answer);
    }

    private HttpResponse answer(HttpRequest request) {
        return switch (request.route()) {
            case "GET /audit/last" -> access.anyRole(request, caller -> last());
            default -> ProblemJson.notFound("There is no such page.").response();
        };
    }

    private HttpResponse last() {
        return showPlacement
                .newest()
                .map(newest -> HttpResponse.json(200, PlacementJson.whole(newest)))
                .orElseGet(
                        () -> ProblemJson.notFound("No placement was submitted yet.").response());
    }
}
