package app.prtosales.response;

import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.placement.Placement;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.text.FieldError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records a response, with its history entry, as the next answer to its subject. Repeating the
/// current answer does not count again, and the number of answers is limited. The history entry
/// names the person who held the link.
final class AddResponse {

    private static final int TRIES = 5;

    private final Responses responses;
    private final People people;

    AddResponse(Responses responses, People people) {
        this.responses = responses;
        this.people = people;
    }

    /// Records the answer of the person who held the link for a sequence.
    ///
    /// @param by null for older links that do not store their holder
    Outcome record(
            Opened page,
            Placement placement,
            Response.OfSequence response,
            @Nullable Person by,
            String what,
            @Nullable String reason) {
        if (by == null) {
            return record(page, placement, response, what, reason);
        }
        people.remember(by);
        return record(page, placement, response.answeredBy(by.id()), what, reason);
    }

    Outcome record(Opened page, Placement placement, Response response, String what) {
        return record(page, placement, response, what, null);
    }

    /// Records the response as the next answer to its subject; repeating the current answer does
    /// not count again.
    Outcome record(
            Opened page,
            Placement placement,
            Response response,
            String what,
            @Nullable String reason) {
        for (int i = 0; i < TRIES; i++) {
            List<Response> recorded = responses.recorded(placement);
            Optional<Response> stands =
                    Response.standing(recorded).stream()
                            .filter(each -> each.subject().equals(response.subject()))
                            .findFirst();
            if (stands.isPresent() && saysNothingNew(stands.get(), response)) {
                return new Outcome.AlreadyRecorded(page, placement, stands.get());
            }
            Optional<FieldError> refusal = AnswerLimits.refusal(response, recorded);
            if (refusal.isPresent()) {
                return new Outcome.Invalid(page, List.of(refusal.get()));
            }
            Response next =
                    response.as(response.at(), stands.map(each -> each.number() + 1).orElse(1));
            if (added(placement, next, what, reason)) {
                return new Outcome.Recorded(page, placement, next);
            }
        }
        throw new IllegalStateException(
                "the responses about %s keep changing".formatted(placement.id()));
    }

    /// Whether the response says nothing new. A use at an account is recorded once, unless it now
    /// names a champion who was not named before.
    private static boolean saysNothingNew(Response stands, Response response) {
        return stands instanceof Referenced before && response instanceof Referenced now
                ? now.champion() == null || now.champion().equals(before.champion())
                : stands.saysTheSameAs(response);
    }

    boolean added(Placement placement, Response response, String what) {
        return added(placement, response, what, null);
    }

    private boolean added(
            Placement placement, Response response, String what, @Nullable String reason) {
        String by =
                response instanceof OfSequence answer && answer.by() == null
                        ? HistoryEntry.ownerOf(answer.sequence())
                        : response.saidBy();
        return responses.add(
                placement,
                response,
                new HistoryEntry(placement.id().value(), response.at(), by, what, reason));
    }
}
