package app.prtosales.functions.directory;

import app.prtosales.aws.http.Caller;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.directory.MarkAsWorking;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.privacy.DeletePerson;
import app.prtosales.privacy.DeletePerson.Outcome;
import app.prtosales.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Ops actions for one person: deleting them (R5.10), and marking their address as working (R1.12).
final class PeopleRoutes {

    private static final String PERSON = "person";
    private static final String REP = "rep";
    private static final String REASON = "reason";
    private static final int LONGEST_PERSON = 254;
    private static final int LONGEST_REASON = 500;

    /// Where a name or address may remain outside the product's reach, and for how long.
    private static final List<String> REMAINS =
            List.of(
                    "point-in-time backups of the table: 35 days",
                    "a table that was replaced by a restored one: until you delete it",
                    "SES’s events in the feedback queue and its dead-letter queue: at most 14 days",
                    "the archive of SES’s events: at most 7 days",
                    "SES’s suppression list, if an email bounced: until you remove the address",
                    "your sign-in provider: until you delete the account there",
                    "emails that were delivered: as long as their readers keep them");

    private final DeletePerson deletePerson;
    private final MarkAsWorking markAsWorking;
    private final Consumer<Errand> queue;

    PeopleRoutes(DeletePerson deletePerson, MarkAsWorking markAsWorking, Consumer<Errand> queue) {
        this.deletePerson = deletePerson;
        this.markAsWorking = markAsWorking;
        this.queue = queue;
    }

    HttpResponse markAsWorking(HttpRequest request, Caller caller) {
        return withPersonAndReason(
                request, REP, (rep, reason) -> markAsWorking(rep, reason, caller));
    }

    HttpResponse delete(HttpRequest request, Caller caller) {
        return withPersonAndReason(
                request, PERSON, (person, reason) -> delete(person, reason, caller));
    }

    /// Reads a body that names a person and gives a reason, and answers with the result of the
    /// action, or with what is wrong with the body.
    ///
    /// @param field the field that names the person, by id or address
    /// @param then the action, given the person and the reason
    private static HttpResponse withPersonAndReason(
            HttpRequest request, String field, BiFunction<String, String, HttpResponse> then) {
        return switch (JsonBody.read(request, JsonBody.MAXIMUM)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> {
                body.onlyKnows(List.of(field, REASON));
                String who =
                        PlainText.requiredLine(
                                field, body.text(field), LONGEST_PERSON, body.problems());
                String reason =
                        PlainText.requiredLine(
                                REASON, body.text(REASON), LONGEST_REASON, body.problems());
                yield body.problems().any()
                        ? ProblemJson.invalid(body.problems().asList()).response()
                        : then.apply(who, reason);
            }
        };
    }

    private HttpResponse markAsWorking(String rep, String reason, Caller caller) {
        return switch (markAsWorking.mark(
                new RepId(rep), reason, Person.withEmail(caller.email()))) {
            case WORKS_AGAIN -> working(rep, new Errand.RosterChanged());
            case WORKED_BEFORE -> working(rep, new Errand.CatchUp());
            case NOBODY ->
                    ProblemJson.notFound("Rep not found. Enter an ID from your list of reps.")
                            .response();
        };
    }

    private HttpResponse working(String rep, Errand errand) {
        queue.accept(errand);
        return HttpResponse.json(200, Map.of("rep", rep, "mailHealth", "ok"));
    }

    private HttpResponse delete(String person, String reason, Caller caller) {
        return switch (deletePerson.delete(person, reason, Person.withEmail(caller.email()))) {
            case Outcome.Deleted(var ids) ->
                    HttpResponse.json(200, Map.of("deleted", List.copyOf(ids), "remains", REMAINS));
            case Outcome.InCharge(var posts) ->
                    ProblemJson.of(
                                    409,
                                    "Still in charge",
                                    "This person is %s. Put someone else there first, then delete them."
                                            .formatted(String.join(", ", posts)))
                            .response();
            case Outcome.Nobody() ->
                    ProblemJson.notFound(
                                    "We don’t know anyone with this ID or address. Enter a rep’s ID, or an email address from the lists or a sign-in.")
                            .response();
        };
    }
}
