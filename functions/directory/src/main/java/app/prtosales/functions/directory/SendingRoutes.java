package app.prtosales.functions.directory;

import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.delivery.GuardSending.Standing;
import app.prtosales.delivery.SendingSwitch;
import app.prtosales.delivery.Stop;
import app.prtosales.history.Person;
import app.prtosales.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The state of emails to reps: reading it, stopping them by hand, and resuming.
final class SendingRoutes {

    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 500;

    /// The number of recent stops listed.
    private static final int STOPS_SHOWN = 20;

    private final SendingSwitch sending;

    SendingRoutes(SendingSwitch sending) {
        this.sending = sending;
    }

    HttpResponse standing() {
        Standing standing = sending.standing();
        @Nullable Stop stop = standing.stop().orElse(null);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stopped", stop != null);
        json.put("stoppedAt", stop == null ? null : stop.at());
        json.put("stoppedBy", stop == null ? null : named(stop.by()));
        json.put("why", stop == null ? null : stop.why());
        json.put("since", standing.since());
        json.put("sent", standing.tally().sent());
        json.put("bounced", standing.tally().bounced());
        json.put("complained", standing.tally().complained());
        json.put(
                "stops",
                standing.stops().reversed().stream().limit(STOPS_SHOWN).map(this::json).toList());
        return HttpResponse.json(200, json);
    }

    private Map<String, @Nullable Object> json(Stop stop) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", stop.at());
        json.put("by", named(stop.by()));
        json.put("why", stop.why());
        json.put("endedAt", stop.endedAt());
        json.put("endedBy", named(stop.endedBy()));
        json.put("endedWhy", stop.endedWhy());
        return json;
    }

    private @Nullable String named(@Nullable String person) {
        return person == null ? null : sending.named(person);
    }

    HttpResponse stop(HttpRequest request, Caller caller) {
        return withReason(
                request,
                reason -> {
                    sending.stop(reason, Person.withEmail(caller.email()));
                    return standing();
                });
    }

    HttpResponse resume(HttpRequest request, Caller caller) {
        return withReason(
                request,
                reason ->
                        sending.resume(reason, Person.withEmail(caller.email()))
                                ? standing()
                                : ProblemJson.of(
                                                409,
                                                "Not stopped",
                                                "Emails aren’t stopped, so there’s nothing to resume.")
                                        .response());
    }

    private static HttpResponse withReason(
            HttpRequest request, Function<String, HttpResponse> answer) {
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> {
                body.onlyKnows(List.of(REASON));
                String reason =
                        PlainText.requiredLine(
                                REASON, body.text(REASON), LONGEST_REASON, body.problems());
                yield body.problems().any()
                        ? ProblemJson.invalid(body.problems().asList()).response()
                        : answer.apply(reason);
            }
        };
    }
}
