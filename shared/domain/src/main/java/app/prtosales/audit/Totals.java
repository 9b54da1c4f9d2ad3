package app.prtosales.audit;

import java.time.Instant;

/// The figures of one week, without its placements: what a trend is drawn from.
///
/// @param computedAt when they were computed
/// @param askedAllThree of how many of the judged all three answers can be Yes
/// @param fullyWired of how many they are
/// @param leaking all three answers are No
public record Totals(
        Instant computedAt,
        int judged,
        int pending,
        int late,
        int askedAllThree,
        int fullyWired,
        int leaking,
        Count reached,
        Count inSequence,
        Count inDeal) {

    /// How many have all three answers Yes, of those that can.
    public Count allThree() {
        return new Count(fullyWired, askedAllThree);
    }

    public Count of(Question question) {
        return switch (question) {
            case REACHED_IN_24H -> reached;
            case IN_ACTIVE_SEQUENCE -> inSequence;
            case REFERENCED_IN_DEAL -> inDeal;
        };
    }
}
