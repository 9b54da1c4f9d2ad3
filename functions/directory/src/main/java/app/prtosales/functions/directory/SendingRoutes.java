package app.prtosales.functions.directory;

import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.delivery.ContinueSending;
import app.prtosales.delivery.GuardSending.Standing;
import app.prtosales.delivery.Stop;
import app.prtosales.history.Person;
import app.prtosales.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the mails to reps fare, and letting them go out again after they were stopped.
final class SendingRoutes {

    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 500;

    private final ContinueSending sending;

    SendingRoutes(ContinueSending sending) {
        this.sending = sending;
    }

    HttpResponse standing() {
        Standing standing = sending.standing();
        @Nullable Stop stop = standing.stop().orElse(null);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stopped", stop != null);
        json.put("stoppedAt", stop == null ? null : stop.at());
        json.put("why", stop == null ? null : stop.why());
        json.put("since", standing.since());
        json.put("sent", standing.tally().sent());
        json.put("bounced", standing.tally().bounced());
        json.put("complained", standing.tally().complained());
        return HttpResponse.json(200, json);
    }

    HttpResponse resume(HttpRequest request, Caller caller) {
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> resume(body, caller);
        };
    }

    private HttpResponse resume(JsonObject body, Caller caller) {
        body.onlyKnows(List.of(REASON));
        String reason =
                PlainText.requiredLine(REASON, body.text(REASON), LONGEST_REASON, body.problems());
        if (body.problems().any()) {
            return ProblemJson.invalid(body.problems().asList()).response();
        }
        return sending.goOn(reason, Person.withEmail(caller.email()))
                ? standing()
                : ProblemJson.of(409, "Not stopped", "Mails go out; there is nothing to resume.")
                        .response();
    }
}
