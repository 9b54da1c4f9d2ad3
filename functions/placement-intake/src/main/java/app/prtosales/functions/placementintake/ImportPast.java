package app.prtosales.functions.placementintake;

import app.prtosales.audit.ReportWeek;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.FooterJson;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.WeekJson;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.intake.ImportPlacements.Outcome;
import app.prtosales.text.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `PUT /placements/import`: imports past placements without sending email (R4.8), and answers with
/// the audit of the last quarter.
final class ImportPast {

    private final ImportPlacements importPlacements;
    private final ReportWeek reportWeek;
    private final Directory directory;

    ImportPast(AwsApplication application) {
        this.importPlacements = application.importPlacements();
        this.reportWeek = application.reportWeek();
        this.directory = application.directory();
    }

    HttpResponse take(HttpRequest request, Caller caller) {
        ImportTable table = new ImportTable(directory.segments(), directory.agreement());
        if (Csv.isNameOf(request.contentType())) {
            return takeCsv(table, request, caller);
        }
        return switch (JsonBody.readList(request)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> run(body, table, request, caller);
        };
    }

    private HttpResponse takeCsv(ImportTable table, HttpRequest request, Caller caller) {
        if (request.bodyLength() > JsonBody.MAXIMUM_LIST) {
            return tooLarge("The file has %d bytes.".formatted(request.bodyLength()));
        }
        return switch (Csv.read(request.body())) {
            case Csv.Read.NotCsv(var why) -> ProblemJson.notCsv(why).response();
            case Csv.Read.Table file -> {
                Csv.Read.Table read = file.withRows(line -> request.isOn(Csv.ALL_ROWS));
                List<FieldError> twice = ImportTable.twice(read.columns());
                yield twice.isEmpty()
                        ? run(table.read(read), table, read.footer(), request, caller)
                        : ProblemJson.invalid(twice).response();
            }
        };
    }

    private HttpResponse run(
            JsonObject body, ImportTable table, HttpRequest request, Caller caller) {
        List<ImportPlacements.Row> rows = table.read(body);
        if (!body.problems().any()) {
            return run(rows, table, List.of(), request, caller);
        }
        boolean areAllRead = rows.size() == body.size("items");
        List<FieldError> more =
                areAllRead && rows.size() <= ImportPlacements.MAXIMUM_ROWS
                        ? importPlacements.problems(rows, Person.withEmail(caller.email()))
                        : List.of();
        return ProblemJson.invalid(body, more).response();
    }

    private HttpResponse run(
            List<ImportPlacements.Row> rows,
            ImportTable table,
            List<Csv.Line> footer,
            HttpRequest request,
            Caller caller) {
        if (rows.size() > ImportPlacements.MAXIMUM_ROWS) {
            return tooLarge("The file has %d rows.".formatted(rows.size()));
        }
        ImportPlacements.Options options =
                new ImportPlacements.Options(request.isOn("dryRun"), request.isOn("skipBad"));
        Outcome outcome = importPlacements.run(rows, Person.withEmail(caller.email()), options);
        if (!outcome.errors().isEmpty() && !options.dryRun() && !options.skipBad()) {
            return ProblemJson.invalidRows(outcome.errors(), List.of())
                    .with("good", outcome.added().size() + outcome.known().size())
                    .response();
        }
        Map<String, @Nullable Object> answer = answer(outcome, table.warnings(), options.dryRun());
        answer.put(FooterJson.LEFT_OUT, FooterJson.of(footer));
        return HttpResponse.json(200, answer);
    }

    private Map<String, @Nullable Object> answer(
            Outcome outcome, List<FieldError> warnings, boolean dryRun) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dryRun", dryRun);
        json.put("added", outcome.added());
        json.put("known", outcome.known());
        json.put("inSequences", outcome.inSequences());
        json.put("usedInDeals", outcome.usedInDeals());
        List<FieldError> allWarnings =
                Stream.concat(warnings.stream(), outcome.warnings().stream()).toList();
        json.put("errors", PlacementJson.warnings(ProblemJson.firstOfRows(outcome.errors())));
        json.put("errorCount", outcome.errors().size());
        json.put("warnings", PlacementJson.warnings(ProblemJson.first(allWarnings)));
        if (outcome.stored()) {
            WeeklyReport quarter = reportWeek.quarter(reportWeek.current());
            json.put("headline", "Today’s leak: " + WeekJson.headline(quarter));
            json.put("audit", "/audit/quarter");
        }
        return json;
    }

    private static HttpResponse tooLarge(String what) {
        return ProblemJson.of(
                        413,
                        "Too large",
                        "%s The limit is %d rows and 4 MB at a time; send it in parts."
                                .formatted(what, ImportPlacements.MAXIMUM_ROWS))
                .response();
    }
}
