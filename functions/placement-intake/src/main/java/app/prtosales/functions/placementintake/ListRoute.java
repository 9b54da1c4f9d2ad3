package app.prtosales.functions.placementintake;

import app.prtosales.audit.AnswerInBulk;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.overview.FindPlacements;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.InvalidCursorException;
import app.prtosales.placement.PlacementFilter;
import app.prtosales.placement.PlacementFilter.State;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements.Page;
import app.prtosales.text.Problems;
import app.prtosales.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /placements`: a page of the placements that match the search, the newest first.
final class ListRoute {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAXIMUM_LIMIT = 200;

    /// A longer search, encoded in a URL, could exceed the gateway's limit of 10,240 bytes for a
    /// request's line and headers.
    private static final int MAXIMUM_SEARCH = 500;

    private final FindPlacements findPlacements;
    private final AnswerInBulk answerInBulk;
    private final InstantSource clock;

    ListRoute(FindPlacements findPlacements, AnswerInBulk answerInBulk, InstantSource clock) {
        this.findPlacements = findPlacements;
        this.answerInBulk = answerInBulk;
        this.clock = clock;
    }

    HttpResponse answer(HttpRequest request) {
        Problems problems = new Problems();
        int limit = limit(request, problems);
        String search = request.query("search").orElse("");
        if (search.length() > MAXIMUM_SEARCH) {
            problems.add("search", "must have at most %d characters".formatted(MAXIMUM_SEARCH));
        }
        PlacementFilter filter =
                PlacementFilter.of(
                        search,
                        choice(State.class, "state", request, problems),
                        choice(Forwardability.class, "forwardability", request, problems),
                        choice(Format.class, "format", request, problems));
        if (problems.any()) {
            return ProblemJson.badQuery(problems.asList()).response();
        }
        return page(filter, limit, request.query("cursor").orElse(null));
    }

    private HttpResponse page(PlacementFilter filter, int limit, @Nullable String cursor) {
        try {
            Page page = findPlacements.find(filter, limit, cursor);
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            Instant now = clock.instant();
            Map<PlacementId, PlacementAnswers> answers = answerInBulk.answer(page.placements());
            json.put(
                    "items",
                    page.placements().stream()
                            .map(each ->
                                    PlacementJson.line(
                                            each,
                                            Objects.requireNonNull(answers.get(each.id())),
                                            now))
                            .toList());
            json.put("nextCursor", page.next());
            return HttpResponse.json(200, json);
        } catch (InvalidCursorException notACursor) {
            return ProblemJson.badQuery("cursor", "must be the nextCursor of an earlier page")
                    .response();
        }
    }

    private static int limit(HttpRequest request, Problems problems) {
        String limit = request.query("limit").orElse(String.valueOf(DEFAULT_LIMIT));
        if (limit.matches("[0-9]{1,3}")
                && Integer.parseInt(limit) >= 1
                && Integer.parseInt(limit) <= MAXIMUM_LIMIT) {
            return Integer.parseInt(limit);
        }
        problems.add("limit", "must be a whole number from 1 to %d".formatted(MAXIMUM_LIMIT));
        return DEFAULT_LIMIT;
    }

    /// The parameter's value; null, which matches anything, if it is missing or invalid.
    private static <E extends Enum<E>> @Nullable E choice(
            Class<E> choices, String parameter, HttpRequest request, Problems problems) {
        Optional<String> given = request.query(parameter).filter(word -> !word.isEmpty());
        Optional<E> read = given.flatMap(word -> Words.read(choices, word));
        if (given.isPresent() && read.isEmpty()) {
            problems.add(parameter, "Use one of: " + Words.all(choices));
        }
        return read.orElse(null);
    }
}
