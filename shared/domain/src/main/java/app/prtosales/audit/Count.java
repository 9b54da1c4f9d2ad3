package app.prtosales.audit;

import java.util.List;

/// How many answers are Yes, out of those that are Yes or No; pending and exempt answers are left
/// out.
public record Count(int yes, int asked) {

    public static Count of(List<PlacementAnswers> placements, Question question) {
        int yes = 0;
        int asked = 0;
        for (PlacementAnswers placement : placements) {
            Answer answer = question.of(placement).answer();
            yes += answer == Answer.YES ? 1 : 0;
            asked += answer == Answer.YES || answer == Answer.NO ? 1 : 0;
        }
        return new Count(yes, asked);
    }

    /// `4 of 5`.
    @Override
    public String toString() {
        return "%d of %d".formatted(yes, asked);
    }
}
