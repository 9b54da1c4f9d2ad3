package app.prtosales.functions.directory;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.http.Access;
import app.prtosales.aws.http.Call;
import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.Http;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.http.Role;
import app.prtosales.aws.http.Routes;
import app.prtosales.aws.http.Routes.Route;
import app.prtosales.aws.http.RowJson;
import app.prtosales.aws.json.Json;
import app.prtosales.aws.queue.QueueNotTakenException;
import app.prtosales.directory.BlankRoles;
import app.prtosales.directory.Column;
import app.prtosales.directory.CurrentList;
import app.prtosales.directory.Difference;
import app.prtosales.directory.LastChange;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.Row;
import app.prtosales.history.NoteDownload;
import app.prtosales.history.Person;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.text.FieldError;
import app.prtosales.text.Plural;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lists that ops maintains: read, replaced as a whole, or tried out in a dry run.
public final class DirectoryHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /// The function's routes.
    public static final Routes<DirectoryHandler> ROUTES =
            Routes.of(
                    Route.anyRole("GET /sending", (it, call) -> it.sending.standing()),
                    Route.oneOf(
                            Set.of(Role.OPS),
                            "POST /sending/stop",
                            (it, call) -> it.sending.stop(call.request(), call.caller())),
                    Route.oneOf(
                            Set.of(Role.OPS),
                            "POST /sending/resume",
                            (it, call) -> it.sending.resume(call.request(), call.caller())),
                    Route.oneOf(
                            Set.of(Role.OPS),
                            "POST /people/deletion",
                            (it, call) -> it.people.delete(call.request(), call.caller())),
                    Route.oneOf(
                            Set.of(Role.OPS),
                            "POST /people/working",
                            (it, call) -> it.people.markAsWorking(call.request(), call.caller())),
                    Route.oneOf(
                            Set.of(Role.PR, Role.OPS, Role.SEQUENCE_OWNER),
                            "POST /spreadsheets",
                            (it, call) -> SpreadsheetRoutes.read(call.request())),
                    Route.anyRole("GET /directory/{list}", DirectoryHandler::read),
                    Route.roles(
                            "PUT /directory/{list}",
                            DirectoryHandler::writers,
                            DirectoryHandler::put));

    /// Maximum size of a list in bytes, as [HttpResponse#length] counts them. Leaves room below
    /// Lambda's limit of 6 MB, because the response adds each address that gets no emails, and the
    /// mailbox health to its row.
    private static final int LONGEST_ANSWER = 5_000_000;

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private final ReplaceList replaceList;
    private final PingQueue queue;
    private final LastChange lastChange;
    private final NoteDownload noteDownload;
    private final SendingRoutes sending;
    private final PeopleRoutes people;
    private final Access access;

    /// Called by Lambda, once per cold start.
    public DirectoryHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public DirectoryHandler(AwsApplication application) {
        this.replaceList = application.replaceList();
        this.queue = application.pingQueue();
        this.lastChange = application.lastChange();
        this.noteDownload = application.noteDownload();
        this.sending = new SendingRoutes(application.sendingSwitch());
        this.people =
                new PeopleRoutes(
                        application.deletePerson(), application.markAsWorking(), this::tryToQueue);
        this.access = application.access();
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Http.serve(event, request -> ROUTES.answer(this, access, request, context));
    }

    private static Optional<ListName> list(HttpRequest request) {
        return request.pathParameter("list").flatMap(ListName::read);
    }

    private HttpResponse read(Call call) {
        return list(call.request())
                .map(name -> read(name, call.request(), call.caller()))
                .orElseGet(DirectoryHandler::unknown);
    }

    private HttpResponse put(Call call) {
        return list(call.request())
                .map(name -> put(name, call.request(), call.caller()))
                .orElseGet(DirectoryHandler::unknown);
    }

    /// For an unknown list, any signed-in person gets through to the 404.
    private static Set<Role> writers(HttpRequest request) {
        return list(request)
                .map(DirectoryHandler::writers)
                .orElseGet(() -> EnumSet.allOf(Role.class));
    }

    /// Ops may write every list; sequence owners may write those about sequences.
    private static Set<Role> writers(ListName list) {
        return switch (list) {
            case SEQUENCES, RULES -> Set.of(Role.OPS, Role.SEQUENCE_OWNER);
            case REPS, SEGMENTS, ACCOUNTS, AGREEMENT -> Set.of(Role.OPS);
        };
    }

    private static HttpResponse unknown() {
        return ProblemJson.notFound(
                        "List not found. The lists are reps, segments, sequences, accounts, rules, and agreement.")
                .response();
    }

    private HttpResponse read(ListName list, HttpRequest request, Caller caller) {
        CurrentList current = replaceList.current(list);
        List<Row> rows = current.rows();
        if (request.preferred(HttpResponse.JSON, HttpResponse.CSV).equals(HttpResponse.CSV)) {
            noteDownload.note(list.subject(), Person.withEmail(caller.email()));
            return HttpResponse.csv(200, csv(list, rows))
                    .with(
                            "Content-Disposition",
                            "attachment; filename=\"%s.csv\"".formatted(list.word()))
                    .varyingBy("Accept");
        }
        List<Map<String, @Nullable Object>> items =
                rows.stream().map(row -> RowJson.write(list, row)).toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", items);
        json.put(RowJson.VERSION, current.version());
        if (list == ListName.REPS) {
            json.put(RowJson.HELD_ADDRESSES, current.held().stream().map(RowJson::write).toList());
        }
        if (list == ListName.AGREEMENT) {
            json.put(RowJson.WARNINGS, DifferenceJson.warnings(BlankRoles.in(list, rows)));
        }
        return HttpResponse.json(200, json).varyingBy("Accept");
    }

    private HttpResponse put(ListName list, HttpRequest request, Caller caller) {
        if (request.query(RowJson.VERSION).filter(text -> !isVersion(text)).isPresent()) {
            return ProblemJson.badQuery(RowJson.VERSION, "must be the version that you read")
                    .response();
        }
        if (Csv.isNameOf(request.contentType())) {
            return putCsv(list, request, caller);
        }
        return switch (JsonBody.readList(request)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> put(list, body, request, caller);
        };
    }

    private HttpResponse putCsv(ListName list, HttpRequest request, Caller caller) {
        if (request.bodyLength() > JsonBody.MAXIMUM_LIST) {
            return ProblemJson.tooLarge(request, JsonBody.MAXIMUM_LIST).response();
        }
        return switch (Csv.read(request.body())) {
            case Csv.Read.NotCsv(var why) -> ProblemJson.notCsv(why).response();
            case Csv.Read.Table table -> {
                List<FieldError> unknown = ListTable.unknown(list, table.columns());
                yield unknown.isEmpty()
                        ? put(
                                list,
                                SentList.of(list, table, request.isOn(Csv.ALL_ROWS)),
                                options(request, null),
                                caller)
                        : ProblemJson.invalid(unknown).response();
            }
        };
    }

    private HttpResponse put(ListName list, JsonObject body, HttpRequest request, Caller caller) {
        List<Row> rows = RowJson.read(list, body);
        BigDecimal version = body.number(RowJson.VERSION);
        if (version != null && !isVersion(version.toPlainString())) {
            body.problems().add(RowJson.VERSION, "must be the version that you read");
        }
        if (!body.problems().any()) {
            return put(list, SentList.of(rows), options(request, version), caller);
        }
        boolean areAllRead = rows.size() == body.size("items");
        return ProblemJson.invalid(body, areAllRead ? replaceList.problems(list, rows) : List.of())
                .response();
    }

    private static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /// @param version the version in the body; the query's version wins if both are given
    private static Options options(HttpRequest request, @Nullable BigDecimal version) {
        return new Options(
                request.isOn("dryRun"),
                request.isOn("confirm"),
                newPeople(request),
                request.isOn("keptSecondEmail"),
                request.query(RowJson.VERSION)
                        .map(Long::valueOf)
                        .orElse(version == null ? null : version.longValueExact()));
    }

    private HttpResponse put(ListName list, SentList sent, Options options, Caller caller) {
        int length = written(list, sent.rows());
        if (length > LONGEST_ANSWER) {
            return ProblemJson.of(
                            413,
                            "Too large",
                            "The list takes %d bytes in a response, too many to be read back; at most %d are allowed."
                                    .formatted(length, LONGEST_ANSWER))
                    .response();
        }
        Person person = Person.withEmail(caller.email());
        return switch (replaceList.replace(list, sent.rows(), person, options)) {
            case ReplaceList.Outcome.Applied(var difference, var changed) ->
                    applied(list, difference, sent, changed);
            case ReplaceList.Outcome.Previewed(var difference) ->
                    difference(difference, sent, true);
            case ReplaceList.Outcome.Invalid(var errors) ->
                    ProblemJson.invalidRows(errors, sent.lines()).response();
            case ReplaceList.Outcome.TooManyRows(var number) ->
                    ProblemJson.of(
                                    413,
                                    "Too many rows",
                                    "The list has %d rows; at most %d are allowed."
                                            .formatted(number, ReplaceList.MAXIMUM_ROWS))
                            .response();
            case ReplaceList.Outcome.DropsTooMany(var difference) -> dropsTooMany(difference);
            case ReplaceList.Outcome.OutOfDate() -> outOfDate(list);
        };
    }

    /// The change is based on an outdated version of the list.
    private HttpResponse outOfDate(ListName list) {
        Optional<LastChange.Change> last = lastChange.of(list);
        String who =
                last.flatMap(change -> Optional.ofNullable(change.by())).orElse("someone else");
        ProblemJson problem =
                ProblemJson.of(
                        409,
                        "List has changed",
                        "Since you opened this list, %s changed it. Nothing was saved. Load the list again, then make your change."
                                .formatted(who));
        return last.map(change -> problem.with("changedAt", change.at()))
                .orElse(problem)
                .response();
    }

    /// Reads a comma-separated list of ids.
    private static Set<String> newPeople(HttpRequest request) {
        return request.query("newPeople").stream()
                .flatMap(ids -> Arrays.stream(ids.split(",", -1)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The bytes that the list takes in a response, as JSON or as CSV, whichever is more.
    private static int written(ListName list, List<Row> rows) {
        int json =
                rows.stream()
                        .mapToInt(row ->
                                HttpResponse.length(Json.write(RowJson.write(list, row))) + 1)
                        .sum();
        return Math.max(json, HttpResponse.length(csv(list, rows)));
    }

    private static String csv(ListName list, List<Row> rows) {
        return Csv.write(
                list.columns().stream().map(Column::name).toList(),
                rows.stream().map(Row::cells).toList());
    }

    /// New team members must get the stories still within their 24 hours (R1.11), returning reps
    /// must hear about the changes they missed (R5.6), and the owners of sequences must be asked
    /// about stories that new rules match (R2.2), or that a former owner did not answer (R2.6).
    private HttpResponse applied(
            ListName list, Difference difference, SentList sent, boolean changed) {
        boolean queued =
                switch (list) {
                    case REPS ->
                            tryToQueue(changed ? new Errand.RosterChanged() : new Errand.CatchUp());
                    case RULES, SEQUENCES, AGREEMENT -> tryToQueue(new Errand.RulesChanged());
                    case SEGMENTS, ACCOUNTS -> true;
                };
        HttpResponse response = difference(difference, sent, false);
        return queued ? response : response.noting("queue", "not queued: the tick finds it");
    }

    /// The list is already saved, whether or not this succeeds; the tick looks for changes by
    /// itself.
    private boolean tryToQueue(Errand errand) {
        try {
            queue.errand(errand, Duration.ZERO);
            return true;
        } catch (QueueNotTakenException notQueued) {
            return false;
        }
    }

    private static HttpResponse difference(Difference difference, SentList sent, boolean dryRun) {
        return HttpResponse.json(200, DifferenceJson.of(difference, sent.footer(), dryRun));
    }

    private static HttpResponse dropsTooMany(Difference difference) {
        return ProblemJson.of(
                        409,
                        "Removes many rows",
                        "This list removes %s, more than 20%% of the current list. If that’s right, send"
                                        .formatted(Plural.count(difference.dropped(), "row"))
                                + " it again with ?confirm=true.")
                .with("removed", difference.rows().removed())
                .with("samePeople", DifferenceJson.samePeople(difference))
                .response();
    }
}
