package app.prtosales.aws.http;

import app.prtosales.aws.json.Json;
import app.prtosales.text.FieldError;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a request, as an RFC 9457 problem that names every bad field.
///
/// @param title the same for all problems of a kind
/// @param detail what to do about this problem
/// @param extras additional members, such as `existing`
public record ProblemJson(
        int status,
        String title,
        String detail,
        List<FieldError> errors,
        Map<String, Object> extras) {

    private static final Pattern ROW = Pattern.compile("^items\\[(\\d{1,6})]");

    /// Another row, unless it is in what the error quotes from a cell.
    private static final Pattern OTHER_ROW =
            Pattern.compile("“[^”]*”|\\bitems\\[(?<row>\\d{1,6})]");

    /// Matches a known field, such as `items[3].email`; an unknown one is text from a person.
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9.\\[\\]-]{0,39}");

    private static final int MAXIMUM_NOTED = 10;

    public ProblemJson {
        errors = List.copyOf(errors);
        extras = new LinkedHashMap<>(extras);
    }

    public static ProblemJson of(int status, String title, String detail) {
        return new ProblemJson(status, title, detail, List.of(), Map.of());
    }

    /// Nobody reads more errors than this, and a response would not have room for them.
    public static final int MAXIMUM_ERRORS = 50;

    /// The limit for a file's rows, which are returned as a file to fix.
    public static final int MAXIMUM_ROW_ERRORS = 10_000;

    /// The limit for their errors in bytes, as [HttpResponse#length] counts them; room is left
    /// below Lambda's 6 MB.
    private static final int MAXIMUM_ERROR_BYTES = 4_000_000;

    /// The most bytes that an error's `line` member and the comma after the error take.
    private static final int A_LINE = 20;

    /// The first errors, up to the limit; [#invalid] states the total.
    public static List<FieldError> first(List<FieldError> errors) {
        return first(errors, MAXIMUM_ERRORS);
    }

    /// The first errors of a file's rows, up to the limits. If there are more, it has one for each
    /// row, so that every bad row is named even if all rows fail in several columns.
    public static List<FieldError> firstOfRows(List<FieldError> all) {
        List<FieldError> errors = all.size() <= MAXIMUM_ROW_ERRORS ? all : oneOfEachRow(all);
        int left = MAXIMUM_ERROR_BYTES;
        int fits = 0;
        for (FieldError each : first(errors, MAXIMUM_ROW_ERRORS)) {
            left -= HttpResponse.length(Json.write(error(each))) + A_LINE;
            if (left < 0) {
                break;
            }
            fits++;
        }
        return first(errors, fits);
    }

    /// Keeps errors that are about no row.
    private static List<FieldError> oneOfEachRow(List<FieldError> errors) {
        Set<String> rows = new HashSet<>();
        return errors.stream()
                .filter(error -> {
                    Matcher row = ROW.matcher(error.field());
                    return !row.find() || rows.add(row.group());
                })
                .toList();
    }

    private static List<FieldError> first(List<FieldError> errors, int most) {
        return errors.size() <= most ? errors : errors.subList(0, most);
    }

    /// 422: some fields are not acceptable.
    public static ProblemJson invalid(List<FieldError> errors) {
        return invalid(errors, first(errors), "The first %d are listed.".formatted(MAXIMUM_ERRORS));
    }

    /// A body with unknown fields or wrong types.
    ///
    /// @param more what else is wrong with it, so that every bad field is named at once
    public static ProblemJson invalid(JsonObject body, List<FieldError> more) {
        body.problems().addMissing(more);
        return invalid(body.problems().asList());
    }

    /// @param which says which are listed, if not all
    private static ProblemJson invalid(
            List<FieldError> errors, List<FieldError> listed, String which) {
        String detail =
                errors.size() == 1
                        ? "Please fix one field."
                        : "Please fix %d fields.".formatted(errors.size());
        return errors.size() == listed.size()
                ? new ProblemJson(422, "Invalid fields", detail, errors, Map.of())
                : new ProblemJson(
                        422,
                        "Invalid fields",
                        detail + " " + which,
                        listed,
                        Map.of("errorCount", errors.size()));
    }

    /// 422 for a file's rows, each with the line on which it starts.
    ///
    /// @param lines the line of each row, in order; empty if the rows came without a file
    public static ProblemJson invalidRows(List<FieldError> errors, List<Long> lines) {
        List<FieldError> first = firstOfRows(errors);
        String which =
                errors.size() > MAXIMUM_ROW_ERRORS
                        ? "One for each row is listed, for %d rows.".formatted(first.size())
                        : "The first %d are listed.".formatted(first.size());
        return invalid(errors, first, which)
                .with("errors", first.stream().map(each -> errorAt(each, lines)).toList());
    }

    private static Map<String, Object> errorAt(FieldError error, List<Long> lines) {
        Map<String, Object> members = error(error);
        Matcher row = ROW.matcher(error.field());
        if (row.find() && Integer.parseInt(row.group(1)) < lines.size()) {
            members.put("line", lines.get(Integer.parseInt(row.group(1))));
            members.put("message", inLines(error.message(), lines));
        }
        return members;
    }

    /// The message with the lines of the other rows that it names.
    private static String inLines(String message, List<Long> lines) {
        return OTHER_ROW
                .matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(line(found, lines)));
    }

    private static String line(MatchResult found, List<Long> lines) {
        String row = found.group("row");
        return row == null || Integer.parseInt(row) >= lines.size()
                ? found.group()
                : "line " + lines.get(Integer.parseInt(row));
    }

    /// 400: the body cannot be read. No field can be named yet, so the error is about the whole
    /// body.
    public static ProblemJson badBody(String title, String detail) {
        return new ProblemJson(
                400, title, detail, List.of(new FieldError("body", detail)), Map.of());
    }

    /// 400: a query parameter is invalid.
    public static ProblemJson badQuery(String field, String message) {
        return badQuery(List.of(new FieldError(field, message)));
    }

    /// 400: query parameters are invalid.
    public static ProblemJson badQuery(List<FieldError> errors) {
        FieldError one = errors.getFirst();
        return new ProblemJson(
                400,
                "Bad query",
                "Parameter %s: %s.".formatted(one.field(), one.message()),
                errors,
                Map.of());
    }

    /// 400: a body that should be CSV is not.
    ///
    /// @param why what is wrong with it, and how to fix it
    public static ProblemJson notCsv(String why) {
        return badBody("Not CSV", "We can’t read this file: %s.".formatted(why));
    }

    /// 413: the body has too many bytes.
    public static ProblemJson tooLarge(HttpRequest request, int maximum) {
        return of(
                413,
                "Too large",
                "The body has %d bytes; at most %d are allowed."
                        .formatted(request.bodyLength(), maximum));
    }

    public static ProblemJson notFound(String detail) {
        return of(404, "Not found", detail);
    }

    public ProblemJson with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(member, value);
        return new ProblemJson(status, title, detail, errors, more);
    }

    public HttpResponse response() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        if (!errors.isEmpty()) {
            members.put("errors", errors.stream().map(ProblemJson::error).toList());
        }
        members.putAll(extras);
        HttpResponse response =
                HttpResponse.of(status, "application/problem+json", Json.write(members))
                        .noting("why", title);
        return errors.isEmpty() ? response : response.noting("fields", fields());
    }

    /// The names of the bad fields for the log, without text from people.
    private String fields() {
        return errors.stream()
                .map(FieldError::field)
                .filter(field -> FIELD.matcher(field).matches())
                .limit(MAXIMUM_NOTED)
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> error(FieldError error) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("field", error.field());
        members.put("message", error.message());
        return members;
    }
}
