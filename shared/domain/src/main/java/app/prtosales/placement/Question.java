package app.prtosales.placement;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The audit questions that may not apply to a placement (R2.5). Whether the team was reached
/// within 24 hours is not among them: that is computed from events, and nobody can exempt a
/// placement from it (R1.7).
public enum Question {
    IN_ACTIVE_SEQUENCE("inActiveSequence", "being in a sequence"),
    REFERENCED_IN_DEAL("referencedInDeal", "being used in a deal");

    private final String word;
    private final String inWords;

    Question(String word, String inWords) {
        this.word = word;
        this.inWords = inWords;
    }

    /// The word used in the API.
    public String word() {
        return word;
    }

    /// For use inside a sentence: `exempt from being in a sequence`.
    public String inWords() {
        return inWords;
    }

    public static Optional<Question> read(String word) {
        return Arrays.stream(values())
                .filter(question -> question.word.equalsIgnoreCase(word.strip()))
                .findFirst();
    }

    /// All words, for an error message that lists the valid ones.
    public static String all() {
        return Arrays.stream(values()).map(Question::word).collect(Collectors.joining(", "));
    }
}
