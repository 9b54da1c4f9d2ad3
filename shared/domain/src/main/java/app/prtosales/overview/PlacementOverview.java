package app.prtosales.overview;

import app.prtosales.audit.PlacementAnswers;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.response.Response;
import app.prtosales.sequence.SequenceTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that is known of a placement.
///
/// @param status as it is now: distributed as soon as the last ping has left our hands
/// @param forwardability as it is now: Red once it has ended, whatever was decided
/// @param reachedAt when each of the reps who count was reached, ascending
/// @param suggestions the sequences it belongs into, and what their owners answered
/// @param whyNoKit why the champion kit may not be sent; null where it may
/// @param responses references, kits sent and confirmed sequences
/// @param acknowledged how many reps said that they read it
/// @param possibleDuplicates ids of reps who may have got the ping twice
/// @param similar what may be the same story in another outlet (R5.4)
/// @param people the addresses of those who changed it, by their id, where they are still known
/// @param presentIds the ids that reps have now, by ids that they had before: what was recorded
///   then names those
/// @param history oldest first, its persons by address where they are still known
public record PlacementOverview(
        Placement placement,
        Status status,
        Forwardability forwardability,
        PlacementAnswers audit,
        List<Instant> reachedAt,
        List<SequenceTask> suggestions,
        @Nullable String whyNoKit,
        List<Response> responses,
        int acknowledged,
        List<RepId> possibleDuplicates,
        List<StoryInBrief> similar,
        Map<String, String> people,
        Map<RepId, RepId> presentIds,
        List<HistoryEntry> history) {

    public PlacementOverview {
        reachedAt = List.copyOf(reachedAt);
        suggestions = List.copyOf(suggestions);
        responses = List.copyOf(responses);
        possibleDuplicates = List.copyOf(possibleDuplicates);
        similar = List.copyOf(similar);
        people = Map.copyOf(people);
        presentIds = Map.copyOf(presentIds);
        history = List.copyOf(history);
    }
}
