package app.prtosales.audit;

import app.prtosales.placement.PlacementId;
import app.prtosales.response.How;
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
        List<String> quiet) {

    /// How many deals and endings are named.
    public static final int NAMED = 50;

    public static final InPlay NOTHING =
            new InPlay(0, List.of(), 0, 0, List.of(), 0, 0, List.of(), 0, List.of());

    public InPlay {
        stages = List.copyOf(stages);
        named = List.copyOf(named);
        ending = List.copyOf(ending);
        quiet = List.copyOf(quiet);
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

    /// A placement whose shelf life ends soon.
    public record Ending(PlacementId placement, String headline, Instant at) {}
}
