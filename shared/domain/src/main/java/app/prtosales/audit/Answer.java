package app.prtosales.audit;

import app.prtosales.text.Words;

/// An answer to one of the three questions (R4.1).
public enum Answer {
    YES,
    NO,
    /// Not known yet: counts neither as Yes nor as No.
    PENDING,
    /// Not asked, with a reason; never a Yes (R2.5).
    EXEMPT;

    public String word() {
        return Words.of(this);
    }
}
