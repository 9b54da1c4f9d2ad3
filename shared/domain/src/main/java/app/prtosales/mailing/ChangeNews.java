package app.prtosales.mailing;

import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an email about changes tells a rep (R5.5, R5.6).
///
/// @param corrections oldest first; empty if only the color changed
/// @param turn null if the color did not change
public record ChangeNews(List<Correction> corrections, @Nullable ColorChange turn) {

    public ChangeNews {
        corrections = List.copyOf(corrections);
    }

    /// The news of a round: one change, and the change of color that was made together with it.
    public static ChangeNews of(Placement placement, Mailing round) {
        return switch (round.mail()) {
            case TURN ->
                    new ChangeNews(List.of(), placement.changes().turns().get(round.change() - 1));
            case CORRECTION ->
                    of(placement, placement.changes().corrections().get(round.change() - 1));
            case PING, DISTRIBUTOR_PING, RETRACTION, KIT_REMINDER ->
                    new ChangeNews(List.of(), null);
        };
    }

    private static ChangeNews of(Placement placement, Correction correction) {
        return new ChangeNews(
                List.of(correction),
                placement
                        .changes()
                        .lastTurn()
                        .filter(turn -> turn.isPartOf(correction))
                        .orElse(null));
    }
}
