package app.prtosales.overview;

import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.response.Champion;
import app.prtosales.response.Response;
import app.prtosales.sequence.SequenceTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything we know about a placement.
///
/// @param status the current status: distributed as soon as the last ping has been sent
/// @param forwardability the current color: Red once the placement has ended, whatever was decided
/// @param reachedAt when each rep who counts was reached, ascending
/// @param suggestions the suggested sequences, and their owners' answers
/// @param inactiveSequence what to do about the sequence that a rule suggests, if that is paused or
///   archived; null otherwise
/// @param whyNoKit why the champion kit may not be sent; null if it may
/// @param responses references, kits sent and confirmed sequences
/// @param champions everyone that reps named at a customer
/// @param acknowledged how many reps confirmed having read it
/// @param possibleDuplicates ids of reps who may have received the ping twice
/// @param similar a placement that may be the same story (R5.4)
/// @param copyIsOut whether emails about a copy that was merged into it have started going out
///   (R5.6)
/// @param people the addresses of those who changed it, by id, as far as they are still known
/// @param presentIds reps' current ids by their earlier ids, because older records use the earlier
///   ones
/// @param history oldest first, with people shown by address where it is still known
public record PlacementOverview(
        Placement placement,
        Status status,
        Forwardability forwardability,
        PlacementAnswers audit,
        List<Instant> reachedAt,
        List<SequenceTask> suggestions,
        @Nullable NextStep inactiveSequence,
        @Nullable String whyNoKit,
        List<Response> responses,
        List<Champion> champions,
        int acknowledged,
        List<RepId> possibleDuplicates,
        List<StoryInBrief> similar,
        boolean copyIsOut,
        Map<String, String> people,
        Map<RepId, RepId> presentIds,
        List<HistoryEntry> history) {

    public PlacementOverview {
        reachedAt = List.copyOf(reachedAt);
        suggestions = List.copyOf(suggestions);
        responses = List.copyOf(responses);
        champions = List.copyOf(champions);
        possibleDuplicates = List.copyOf(possibleDuplicates);
        similar = List.copyOf(similar);
        people = Map.copyOf(people);
        presentIds = Map.copyOf(presentIds);
        history = List.copyOf(history);
    }
}
