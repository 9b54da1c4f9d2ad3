package app.prtosales.audit;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// How many answers are Yes, out of those that are Yes or No; pending and exempt answers are left
/// out.
public record Count(int yes, int asked) {

    public static Count of(List<PlacementAnswers> placements, Question question) {
        return ofAnswers(placements.stream().map(placement -> question.of(placement).answer()));
    }

    static Count ofAnswers(Stream<Answer> answers) {
        List<Answer> counted = answers.filter(Answer::isCounted).toList();
        return new Count(Collections.frequency(counted, Answer.YES), counted.size());
    }

    /// `4 of 5`.
    @Override
    public String toString() {
        return "%d of %d".formatted(yes, asked);
    }
}
