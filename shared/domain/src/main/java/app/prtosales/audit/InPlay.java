package app.prtosales.audit;

import app.prtosales.placement.PlacementId;
import app.prtosales.response.How;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is in play at the end of a week: everything published in the 90 days before it that still
/// counts, and what happened to it during the week.
///
/// @param placements how many are in play: published in these days, not taken back, not ended
/// @param stages in how many places of the sequences they are
/// @param deals how many uses on deals were recorded during the week
/// @param dealsAtTargets those of them at target accounts
/// @param named the latest of these uses
/// @param championsReady placements whose kit may be sent: Green
/// @param championsArmed champions who got one, as far as reps recorded it
/// @param ending the first of those whose shelf life ends within 14 days
/// @param endingSoon how many these are
/// @param quiet names of the segments for which nothing was published in these days
/// @param untouched the first of those that no rep has acknowledged or used after 7 days, oldest
///   first
/// @param untouchedInAll how many these are
public record InPlay(
        int placements,
        List<InStage> stages,
        int deals,
        int dealsAtTargets,
        List<Deal> named,
        int championsReady,
        int championsArmed,
        List<Ending> ending,
        int endingSoon,
        List<String> quiet,
        List<Untouched> untouched,
        int untouchedInAll) {

    /// So long a rep has to acknowledge or use a placement.
    public static final Duration TOUCHED_WITHIN = Duration.ofDays(7);

    /// How many deals, endings and untouched ones are named.
    public static final int NAMED = 50;

    public static final InPlay NOTHING =
            new InPlay(0, List.of(), 0, 0, List.of(), 0, 0, List.of(), 0, List.of(), List.of(), 0);

    public InPlay {
        stages = List.copyOf(stages);
        named = List.copyOf(named);
        ending = List.copyOf(ending);
        quiet = List.copyOf(quiet);
        untouched = List.copyOf(untouched);
    }

    /// @param persona whom the sequence is for; `everybody` where it is for no one in particular
    /// @param placements those that its owner confirmed, in a sequence that runs
    public record InStage(String stage, String persona, int placements) {}

    /// A deal that was touched; nobody says that it was caused.
    public record Deal(
            PlacementId placement,
            String headline,
            String accountName,
            boolean target,
            How how,
            Instant at) {}

    /// A placement that no rep has acknowledged or used.
    public record Untouched(PlacementId placement, String headline, Instant publishedAt) {}

    /// A placement whose shelf life ends soon.
    public record Ending(PlacementId placement, String headline, Instant at) {}
}
