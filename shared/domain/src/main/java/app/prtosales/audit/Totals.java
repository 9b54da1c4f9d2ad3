package app.prtosales.audit;

import java.time.Instant;

/// The figures of one week, without its placements: what a trend is drawn from.
///
/// @param computedAt when they were computed
/// @param fullyWired all three answers are Yes
/// @param leaking all three answers are No
public record Totals(
        Instant computedAt,
        int judged,
        int pending,
        int late,
        int fullyWired,
        int leaking,
        Count reached,
        Count inSequence,
        Count inDeal) {

    public Count of(Question question) {
        return switch (question) {
            case REACHED_IN_24H -> reached;
            case IN_ACTIVE_SEQUENCE -> inSequence;
            case REFERENCED_IN_DEAL -> inDeal;
        };
    }
}
