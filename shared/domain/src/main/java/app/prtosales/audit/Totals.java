package app.prtosales.audit;

import java.time.Instant;

/// The figures of one week without its placements, for drawing a trend.
///
/// @param computedAt when they were computed
/// @param askedAllThree how many of the judged placements can have three Yes answers
/// @param fullyWired how many of them do
/// @param leaking how many have three No answers
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

    /// How many placements have three Yes answers, out of those that can.
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
