package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.placement.Placement;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.OfDeal;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Response.Undone;
import app.prtosales.text.FieldError;
import app.prtosales.text.SameName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Records a response, with its history entry, as the next answer to its subject. Repeating what
/// stands does not count again, and the number of answers is limited. The history entry names the
/// person who held the link.
final class AddResponse {

    private static final int TRIES = 5;

    private final Responses responses;
    private final People people;
    private final Directory directory;

    AddResponse(Responses responses, People people, Directory directory) {
        this.responses = responses;
        this.people = people;
        this.directory = directory;
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

    /// Records the response as the next answer to its subject; repeating what stands does not count
    /// again.
    Outcome record(
            Opened page,
            Placement placement,
            Response response,
            String what,
            @Nullable String reason) {
        for (int i = 0; i < TRIES; i++) {
            List<Response> recorded = responses.recorded(placement);
            Response next = response.as(response.at(), last(recorded, response.subject()) + 1);
            Optional<Response> said = alreadyRecorded(placement, recorded, next);
            if (said.isPresent()) {
                return new Outcome.AlreadyRecorded(page, placement, said.get());
            }
            Optional<FieldError> refusal = AnswerLimits.refusal(next, recorded);
            if (refusal.isPresent()) {
                return new Outcome.Invalid(page, List.of(refusal.get()));
            }
            if (added(placement, next, what, reason)) {
                return new Outcome.Recorded(page, placement, next);
            }
        }
        throw new IllegalStateException(
                "the responses about %s keep changing".formatted(placement.id()));
    }

    /// The earlier response that already says this; empty if it says something new. A use or a kit
    /// sent says something new if it is the first at its account, or if it names or arms a champion
    /// who was not named or armed before. An owner's answer does if the earlier one no longer
    /// holds.
    private Optional<Response> alreadyRecorded(
            Placement placement, List<Response> recorded, Response response) {
        if (response instanceof Undone) {
            return recorded.stream().filter(response::saysTheSameAs).findFirst();
        }
        List<Response> stands = Response.standing(recorded);
        return response instanceof OfDeal deal
                ? alreadyRecorded(stands, deal)
                : stands.stream()
                        .filter(response::saysTheSameAs)
                        .filter(each -> !isOutdated(each, placement))
                        .findFirst();
    }

    private static boolean isOutdated(Response earlier, Placement placement) {
        return earlier instanceof OfSequence answer && answer.outdatedBy(placement).isPresent();
    }

    private Optional<Response> alreadyRecorded(List<Response> stands, OfDeal deal) {
        SameUse sameUse = new SameUse(directory);
        List<OfDeal> same =
                stands.stream()
                        .filter(OfDeal.class::isInstance)
                        .map(OfDeal.class::cast)
                        .filter(each -> sameUse.isSame(each, deal))
                        .toList();
        return same.isEmpty() || addsChampion(sameUse, same, deal)
                ? Optional.empty()
                : Optional.of(about(same, deal));
    }

    /// The highest number of an answer to the subject so far; 0 if there is none.
    private static int last(List<Response> recorded, String subject) {
        return Math.max(
                0,
                recorded.stream()
                        .filter(each -> each.subject().equals(subject))
                        .mapToInt(Response::number)
                        .max()
                        .orElse(0));
    }

    private static boolean addsChampion(SameUse sameUse, List<OfDeal> stands, OfDeal deal) {
        List<OfDeal> with = new ArrayList<>(stands);
        with.add(deal);
        return !Set.copyOf(sameUse.champions(with)).equals(Set.copyOf(sameUse.champions(stands)));
    }

    /// The response that names the same champion; otherwise the first.
    private static Response about(List<OfDeal> stands, OfDeal deal) {
        return stands.stream()
                .filter(each -> isOfOneChampion(each, deal))
                .findFirst()
                .orElseGet(stands::getFirst);
    }

    private static boolean isOfOneChampion(OfDeal one, OfDeal other) {
        return one.champion() != null
                && other.champion() != null
                && SameName.key(one.champion()).equals(SameName.key(other.champion()));
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
