package app.prtosales.audit;

import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.response.How;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The placements in play at the end of a week, that is, the ones from the 13 weeks up to then that
/// still count, and what happened during the week.
///
/// @param placements how many are in play: in that period, not taken back, not expired
/// @param stages the sequence stages they are in
/// @param deals how many uses in deals were recorded during the week
/// @param dealsAtTargets how many of these were at target accounts
/// @param named the latest of these uses
/// @param kitsReady placements whose kit may be sent: Green
/// @param championsArmed champions who received a kit, as recorded by reps
/// @param ending the placements whose shelf life ends within 14 days, earliest first, at most
///   [#NAMED]
/// @param endingSoon how many there are in total
/// @param quiet names of the segments without any coverage in that period
/// @param untouched the placements that no rep has acknowledged or used after 7 days, oldest first,
///   at most [#NAMED]
/// @param untouchedInAll how many there are in total
public record InPlay(
        int placements,
        List<InStage> stages,
        int deals,
        int dealsAtTargets,
        List<Deal> named,
        int kitsReady,
        int championsArmed,
        List<Ending> ending,
        int endingSoon,
        List<String> quiet,
        List<Untouched> untouched,
        int untouchedInAll) {

    /// How long reps have to acknowledge or use a placement.
    public static final Duration TOUCHED_WITHIN = Duration.ofDays(7);

    /// How many deals, endings and untouched placements are listed by name.
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

    /// @param persona the reader the sequence is for; `everybody` if it names no reader
    /// @param placements the number of placements confirmed by the owner, in an active sequence
    public record InStage(String stage, String persona, int placements) {}

    /// A deal that a placement was used in, without any claim that it caused the deal.
    public record Deal(
            PlacementId placement,
            String headline,
            String accountName,
            boolean target,
            How how,
            Instant at) {}

    /// A placement that no rep has acknowledged or used.
    public record Untouched(PlacementId placement, String headline, Publication publication) {}

    /// A placement whose shelf life ends soon.
    public record Ending(PlacementId placement, String headline, Instant at) {}
}
