package app.prtosales.mailing;

/// Which time the owner of a sequence is asked something (R2.6).
public enum Asking {
    FIRST,
    AGAIN,
    /// The owner of rule 2, because the sequence's owner did not answer.
    HANDED_OVER
}
