package app.prtosales.audit;

import app.prtosales.text.Words;
import java.util.function.Function;

/// The three questions (R4.1).
public enum Question {
    REACHED_IN_24H("Reached the sales team within 24 hours?", PlacementAnswers::reachedIn24h),
    IN_ACTIVE_SEQUENCE("In an active sales sequence?", PlacementAnswers::inActiveSequence),
    REFERENCED_IN_DEAL("Used in a deal at a target account?", PlacementAnswers::referencedInDeal);

    private final String inFull;

    @SuppressWarnings("ImmutableEnumChecker") // a method of an immutable record
    private final Function<PlacementAnswers, Finding> finding;

    Question(String inFull, Function<PlacementAnswers, Finding> finding) {
        this.inFull = inFull;
        this.finding = finding;
    }

    /// The question as a reader sees it.
    public String inFull() {
        return inFull;
    }

    public Finding of(PlacementAnswers placement) {
        return finding.apply(placement);
    }

    public String word() {
        return Words.of(this);
    }
}
