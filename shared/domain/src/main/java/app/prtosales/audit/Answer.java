package app.prtosales.audit;

import app.prtosales.text.Words;

/// An answer to one of the three questions (R4.1).
public enum Answer {
    YES,
    NO,
    /// Not known yet: counts as neither Yes nor No.
    PENDING,
    /// The question does not apply, for a stated reason; never a Yes (R2.5).
    EXEMPT;

    boolean isCounted() {
        return this == YES || this == NO;
    }

    public String word() {
        return Words.of(this);
    }
}
